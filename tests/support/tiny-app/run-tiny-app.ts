/** A local run in a process of its own, for tests that kill it. Arguments: the assembly, the data directory. */
import { freePorts } from '../../../infra/local/ports.ts';
import { startLocal } from '../../../infra/local/start-local.ts';

const [assembly = '', dataDirectory = ''] = process.argv.slice(2);
const { addresses, endpoints } = await startLocal({
  assembly,
  dataDirectory,
  ports: await freePorts(),
  demo: false,
});
console.log(JSON.stringify({ addresses, endpoints }));
