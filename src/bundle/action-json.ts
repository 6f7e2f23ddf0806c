import type { Action } from '../model/action.ts';
import { printJson } from './print-json.ts';

/**
 * The action in the form that Tines puts on the clipboard, to be pasted into a story: its options are JSON in a text. Pills stay as they are written,
 * every literal secret is its label. Values of template inputs go with it.
 */
export function actionJson(action: Action, redact: (text: string) => string): string {
  const { name, guid, disabled, options, inputs, story } = action;
  const { standardLibraryVersion, actionRuntimeVersion } = story ?? {};
  const integration = {
    ...(guid === undefined ? {} : { action_guid: guid }),
    action_inputs: inputs.map(({ name: input, type, value }) => ({ name: redact(input), type, value: printJson(value, redact) })),
  };
  const agent = {
    type: 'httpRequest',
    name: name === '' ? 'HTTP Request' : redact(name),
    ...(guid === undefined ? {} : { guid }),
    disabled,
    options: printJson(options, redact),
    ...(inputs.length === 0 || guid !== undefined ? {} : { integration }),
  };
  const copied = {
    ...(standardLibraryVersion === undefined ? {} : { standardLibVersion: String(standardLibraryVersion) }),
    ...(actionRuntimeVersion === undefined ? {} : { actionRuntimeVersion: String(actionRuntimeVersion) }),
    agents: [agent],
    links: [],
    diagramNotes: [],
    ...(inputs.length === 0 || guid === undefined ? {} : { integrations: [integration] }),
  };
  return `${JSON.stringify(copied, null, 2)}\n`;
}

/** The action's options alone, to be pasted into its editor (`<> Editor`). */
export function optionsJson(action: Action, redact: (text: string) => string): string {
  return `${printJson(action.options, redact)}\n`;
}
