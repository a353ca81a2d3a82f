/** What `require('n8n-nodes-bybit-p2p')` gives: the built classes, for tools that load nodes by hand. n8n reads the paths in package.json. */
const { BybitP2PApi } = require('./dist/credentials/BybitP2PApi.credentials.js');
const { BybitP2P } = require('./dist/nodes/BybitP2P/BybitP2P.node.js');
const { BybitP2PTrigger } = require('./dist/nodes/BybitP2P/BybitP2PTrigger.node.js');

module.exports = { BybitP2P, BybitP2PApi, BybitP2PTrigger };
