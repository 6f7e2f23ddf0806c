import type { PostmanArtifact } from '../../emit/postman/postman-artifact.ts';
import type { NewRecording } from '../../regress/recording/merge-collection.ts';
import type { Recorded } from '../../regress/recording/recorded.ts';
import { recordedScript } from '../../regress/recording/recorded-script.ts';
import { writeRecorded } from '../../regress/recording/write-recorded.ts';

/** The item of a collection for a recorded action: the emitted request, with the recording and its checks as a script. */
export function recordedItem(recorded: Recorded, { collection }: PostmanArtifact): Pick<NewRecording, 'item' | 'variables'> {
  const [emitted] = collection.item;
  if (emitted === undefined) throw new Error('an emitted collection has one item');
  const { id, name, protocolProfileBehavior, request, response } = emitted;
  const { listen, lines } = recordedScript(writeRecorded(recorded), recorded.expected);
  const { verdict, cause } = recorded;
  const about = [
    `Recorded as ${verdict.code}${cause === null ? '' : ` (${cause.code})`}: ${verdict.text}`,
    ...(cause === null || cause.fix === '' ? [] : [`Fix: ${cause.fix}`]),
  ];
  const description = [...about, ...(request.description === undefined ? [] : [request.description])].join('\n\n');
  return {
    item: {
      name,
      id,
      event: [{ listen, script: { type: 'text/javascript', exec: lines } }],
      protocolProfileBehavior,
      request: { ...request, description },
      response,
    },
    variables: collection.variable ?? [],
  };
}
