import type { Report } from '../model/report.ts';

/** What to do now, as sentences, the first one first; empty where nothing is left to do. */
export function nextSteps(report: Report): readonly string[] {
  const { verdict, outcomes, action, diagnoses } = report;
  const file = action.file === 'standard input' ? 'FILE' : action.file;
  const steps: string[] = [];
  const cause = diagnoses.find(({ code, fix }) => code !== 'unexplained' && fix !== '');
  switch (verdict.code) {
    case 'works':
      return [];
    case 'works-outside':
      return [
        'Run the action in Tines; if it fails there, copy its event (or only its status) and compare again with --event FILE or --tines-status N.',
        'If the status in Tines is 401 or 403, check first that the credential named in the action is the one used here.',
      ];
    case 'tines-only':
      steps.push(
        cause?.confidence === 'confirmed'
          ? 'Make the change above in the action and run it in Tines.'
          : `${cause === undefined ? '' : 'Check the causes above in their order. '}Copy the action’s log from Tines (“Sending request to …”) and compare again with --log FILE: it shows what Tines really sent.`,
      );
      steps.push('If it still fails, send Tines Support this report (--report markdown=report.md); no secret stands in it.');
      return steps;
    case 'not-tines':
      steps.push(
        cause === undefined
          ? 'Ask the service’s administrator or its documentation: the same call fails from any client.'
          : `${cause.confidence === 'confirmed' ? 'Make the change above' : 'Check the causes above in their order'}; the same call fails from any client until then.`,
      );
      steps.push(`Try variants by hand: tines-compare export curl --action ${file}`);
      return steps;
    case 'outside-only':
      return [
        'Check that the credential used here is the one Tines uses, and that this machine may reach the service (address allowlist, proxy).',
      ];
    case 'fails-differently':
      return ['Give what Tines sent with --log FILE, so that the requests themselves can be compared.'];
    case 'client-dependent':
      return [
        'Look at the differences above: what one client sends and the other does not is what the server reacts to.',
        `Try variants by hand: tines-compare export curl --action ${file}`,
      ];
    case 'unstable':
      return ['Call again with --repeat 5 to see how often it fails; look for a rate limit or several servers behind one name.'];
    case 'undecided':
      return [
        outcomes.curl?.status === 'failed' || outcomes.postman?.status === 'failed'
          ? 'Run tines-compare doctor: it says which client is missing or broken. --client curl or --client postman uses one alone.'
          : 'Run it again.',
      ];
    default:
      return verdict.code satisfies never;
  }
}
