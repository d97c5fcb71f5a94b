import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { createAccess, mayLog, poolOrigin, type Access } from './access.ts';
import { createCloud, type Cloud } from './cloud.ts';
import { clearDataDirectory, isUnfinished, lockDataDirectory, openLog } from './data-directory.ts';
import { demoAccounts } from './demo-accounts.ts';
import { placeSites, translatorOf } from './addresses.ts';
import { withoutStreams } from './dynamodb/without-streams.ts';
import { startEngines, type Engines } from './engines.ts';
import { createNotices } from './events/notices.ts';
import { publishMailEvents } from './events/publish-mail-events.ts';
import { environmentOf } from './functions/environment-of.ts';
import type { FunctionDefinition } from './functions/function-definition.ts';
import { createInvokeLater } from './functions/invoke-later.ts';
import { startFunctions, type Functions } from './functions/start-functions.ts';
import { recorderOf } from './iam/report/recorder-of.ts';
import type { Local, LocalOptions, LocalResources } from './local-options.ts';
import type { MailEvent } from './mail/ses-events.ts';
import { providers } from './providers.ts';
import { openRemembered } from './remembered.ts';
import { startSchedules } from './schedules/start-schedules.ts';
import { startServers } from './start-servers.ts';
import { createStopper, type Stopper } from './stopper.ts';
import { createBell } from './streams/bell.ts';
import { startPoller } from './streams/start-poller.ts';
import { loadAssembly } from './template/assembly.ts';
import { provision } from './template/provision.ts';

/**
 * Runs the synthesised templates on this machine: starts the engines, makes every resource, then serves sites, API,
 * stream and schedules. Ports have to be free and the assembly synthesised.
 *
 * @throws when anything can't be started; what had been started is stopped first.
 */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const stopper = createStopper();
  try {
    return await start(options, stopper);
  } catch (error) {
    await stopper.stop();
    throw error;
  }
}

async function start(options: LocalOptions, stopper: Stopper): Promise<Local> {
  const { dataDirectory, ports, progress = () => undefined } = options;
  stopper.add(lockDataDirectory(dataDirectory));
  if (options.fresh === true || isUnfinished(dataDirectory)) clearDataDirectory(dataDirectory);
  const log = openLog(dataDirectory);
  const running: Running = { cloud: undefined, functions: undefined, onMailEvent: undefined };
  const access = createAccess({
    cloud: () => started(running.cloud),
    invoke: (arn, event) => started(running.functions).invoke(arn, event),
    dataDirectory,
    stopper,
  });
  const { platform } = access;
  const written = createBell();

  progress('Starting the engines');
  const engines = await startEngines({
    dataDirectory,
    ports,
    stopper,
    log,
    invoke: platform.invokeFor('pool-invokes', poolOrigin(access.cloud)),
    onMailEvent: (event) => started(running.onMailEvent)(event),
    onWritten: written.ring,
    access,
  });

  progress('Making what the templates define');
  const cloud = await makeCloud(options, engines);
  running.cloud = cloud;
  stopper.add(recorderOf(access, cloud, resolve(options.assembly)));
  const sites = placeSites(cloud, ports);
  const { functions, resources } = startEveryFunction(cloud, engines, access, translatorOf(sites));
  stopper.add(functions.stop);
  running.functions = functions;
  const { invoke } = functions;
  const later = createInvokeLater({ cloud, invoke, platform, log });
  stopper.add(later.stop);
  running.onMailEvent = publishMailEvents({ cloud, later, platform, log });
  const { endpoints, mail, pools } = engines;
  // Before anything follows the streams or runs by itself: a demo is there from the start.
  const accounts = await demoAccounts(
    dataDirectory,
    options.demo,
    (seed) => withoutStreams(cloud, () => seed({ endpoints, resources, now: Temporal.Now.instant() })),
    progress,
  );
  const { notices } = cloud;
  const schedules = startSchedules(cloud.schedules, { invoke, later, platform, notices, log });
  stopper.add(schedules.stop);
  // After the demo data: reading its changes while they are written makes both slow.
  for (const mapping of cloud.eventSourceMappings)
    stopper.add(startPoller(mapping, { cloud, invoke, platform, written, log }).stop);
  const parts = { cloud, sites, ports, stopper, log, accounts, functions, schedules, mail, pools, platform };
  const addresses = await startServers(parts);
  const { runNow: runSchedule } = schedules;
  return { addresses, endpoints, resources, accounts, mail, invoke, runSchedule, stop: stopper.stop };
}

/** What the engines call back, which can only be made once the engines are there. */
type Running = {
  cloud: Cloud | undefined;
  functions: Functions | undefined;
  onMailEvent: ((event: MailEvent) => Promise<void>) | undefined;
};

async function makeCloud(
  { assembly: directory, dataDirectory }: LocalOptions,
  engines: Engines,
): Promise<Cloud> {
  const assembly = loadAssembly(resolve(directory));
  const cloud = createCloud({
    dataDirectory,
    assets: assembly.assets,
    endpoints: engines.endpoints,
    remembered: openRemembered(join(dataDirectory, 'remembered.json')),
    notices: createNotices(join(dataDirectory, 'queues')),
  });
  await provision(assembly, providers, cloud);
  for (const sender of cloud.senders) engines.mail.verifyIdentity(sender);
  for (const name of cloud.configurationSets) engines.mail.createConfigurationSet(name);
  for (const { name, lock } of cloud.buckets.values()) if (lock !== undefined) engines.store.lock(name, lock);
  return cloud;
}

function startEveryFunction(
  cloud: Cloud,
  engines: Engines,
  access: Access,
  translate: (text: string) => string,
) {
  const environment = (definition: FunctionDefinition): Record<string, string> =>
    environmentOf(definition, engines.endpoints, translate);
  const functions = startFunctions({
    definitions: cloud.functions,
    environmentOf: environment,
    logDirectory: join(cloud.dataDirectory, 'logs'),
    refusalToRun: access.platform.mayRun,
    mayLog: mayLog(access),
  });
  const resources: LocalResources = {
    outputs: Object.fromEntries(cloud.outputs),
    functions: [...cloud.functions.values()]
      .filter(({ codeDirectory }) => codeDirectory !== undefined)
      .map((definition) => ({
        name: definition.name,
        arn: definition.arn,
        environment: environment(definition),
      })),
  };
  return { functions, resources };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The functions are not running yet');
  return part;
}
