const { dest, src } = require('gulp');

/** Copies icons beside the compiled code: `tsc --watch` copies nothing. `n8n-node build` does it by itself. */
function buildIcons() {
	return src('nodes/**/*.svg', { encoding: false }).pipe(dest('dist/nodes'));
}

exports['build:icons'] = buildIcons;
