import type { SandboxRoute } from './route.ts';

/** A scenario as the files and variables that a user would have. */
export interface ScenarioFiles {
  /** The action as a story export holds it. */
  readonly action: string;
  /** What Tines recorded; null where the scenario has no record. */
  readonly event: string | null;
  /** Event data for the action's pills, as `--data` takes it; null where the scenario has none. */
  readonly data: string | null;
  /** The action's log in Tines, as a list of messages; null where the scenario has none. */
  readonly log: string | null;
  /** `TINES_CREDENTIAL_<NAME>` → value. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The files of a scenario for a sandbox at this address. */
export function scenarioFiles({ scenario }: SandboxRoute, origin: string): ScenarioFiles {
  const { action, credentials, tines, data, log } = scenario;
  const agent = {
    type: 'Agents::HTTPRequestAgent',
    name: action.name,
    disabled: false,
    guid: guidOf(action.name),
    options: action.options,
  };
  return {
    action: `${JSON.stringify(agent, null, 2)}\n`
      .replaceAll('{origin}', origin)
      .replaceAll('{otherOrigin}', origin.replace('127.0.0.1', 'localhost')),
    event:
      tines === undefined
        ? null
        : `${JSON.stringify({ status: tines.status, ...(tines.headers === undefined ? {} : { headers: tines.headers }), ...(tines.body === undefined ? {} : { body: tines.body }) }, null, 2)}\n`,
    data: data === undefined ? null : `${JSON.stringify(data, null, 2)}\n`,
    log:
      log === undefined
        ? null
        : `${JSON.stringify(
            log.map((message) => ({ message })),
            null,
            2,
          )}\n`,
    environment: Object.fromEntries(
      Object.entries(credentials).map(([name, value]) => [`TINES_CREDENTIAL_${name.toUpperCase()}`, value]),
    ),
  };
}

/** 32 hexadecimal digits, as Tines' guids have; the same for the same name. */
function guidOf(name: string): string {
  return Buffer.from(name.padEnd(16, '.')).toString('hex').slice(0, 32);
}
