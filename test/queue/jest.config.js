/** As the tests in a real n8n, with n8n in several processes; started by tools/testQueue.mjs, which knows where the services are. */
module.exports = { ...require('../n8n/jest.config.js'), roots: ['<rootDir>/test/queue'] };
