/** One measurement, in the process that `main.mts` started for it: `run.mts <name> [--quick]`. */
import { measurements, type Measure } from './measurements/index.mts';

const [name, ...options] = process.argv.slice(2);
if (!measurements.some((one) => one.name === name)) throw new Error(`There is no measurement ${name}`);
const { measure } = (await import(`./measurements/${name}.mts`)) as { measure: Measure };
const rows = await measure({ quick: options.includes('--quick') });
if (process.send === undefined) console.log(JSON.stringify(rows, null, '\t'));
else await new Promise((resolve) => process.send?.({ rows }, resolve));
process.exit();
