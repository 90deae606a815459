import { apiNotFound, HostFailure } from "./failure.ts";
import { isHostObject, NULL_OBJECT, type HostObject } from "./host-object.ts";
import type { Paths } from "./paths.ts";
import { identityOf, queried } from "./query.ts";
import type { References } from "./references.ts";
import { ACTION, type RichApiAction, type RichApiError, type RichApiRequest } from "./rich-api.ts";

export interface Done {
  readonly results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly traceIds: readonly number[];
  readonly error: RichApiError | null;
}

type Answer = () => unknown;

/** Works through the actions of a request in their order and stops at the first that fails, as Excel does. */
export function perform(request: RichApiRequest, paths: Paths, references: References): Done {
  const answers: Answered[] = [];
  const results: { ActionId: number; Value: unknown }[] = [];
  let error: RichApiError | null = null;
  for (const [index, action] of request.Actions.entries()) {
    try {
      answers.push({ index, action, answer: begun(action, paths, references) });
    } catch (thrown) {
      error = errorOf(thrown, index);
      break;
    }
  }
  for (const { index, action, answer } of answers) {
    try {
      results.push({ ActionId: action.Id, Value: answer() });
    } catch (thrown) {
      error ??= errorOf(thrown, index);
    }
  }
  return { results, traceIds: tracesOf(answers), error };
}

interface Answered {
  readonly index: number;
  readonly action: RichApiAction;
  readonly answer: Answer;
}

const tracesOf = (answers: readonly Answered[]): number[] =>
  answers.flatMap(({ action }) => (action.ActionType === ACTION.trace ? [action.Id] : []));

/** Does what an action asks, and gives how it is answered: what is known late is answered when all actions are done. */
function begun(action: RichApiAction, paths: Paths, references: References): Answer {
  if (action.ActionType === ACTION.trace) return () => null;
  const object = paths.object(action.ObjectPathId);
  const answer: Answer = () => outcome(action, object, paths, references);
  if (isAnsweredLate(action, object)) return answer;
  const value = answer();
  return () => value;
}

/** Its id stands when the request is done, whichever of its properties are set until then. */
const isAnsweredLate = ({ ActionType }: RichApiAction, { isLate }: HostObject): boolean =>
  isLate === true && (ActionType === ACTION.instantiate || ActionType === ACTION.query);

function outcome(action: RichApiAction, object: HostObject, paths: Paths, references: References): unknown {
  if (object === NULL_OBJECT) return null;
  const name = action.Name ?? "";
  if (action.ActionType === ACTION.instantiate)
    return { _Id: null, ...identityOf(object), _ReferenceId: references.nameOf(object) };
  if (action.ActionType === ACTION.query) return { ...(queried(object, action.QueryInfo) as object) };
  if (action.ActionType === ACTION.setProperty) return set(object, name, paths.given(action.ArgumentInfo)[0]);
  if (action.ActionType === ACTION.method) return called(object, name, paths.given(action.ArgumentInfo), references);
  throw new HostFailure("GeneralException", "The client sent a kind of action that is not known.");
}

function set(object: HostObject, name: string, value: unknown): null {
  const write = object.set?.[name];
  if (!write) throw apiNotFound(`${object.type}.${name.charAt(0).toLowerCase()}${name.slice(1)} =`);
  write(value);
  return null;
}

function called(object: HostObject, name: string, given: readonly unknown[], references: References): unknown {
  if (name === "_KeepReference" && object.isKept) {
    references.keep(object);
    return null;
  }
  const method = object.call?.[name];
  if (!method) throw apiNotFound(`${object.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}()`);
  const value = method(...given);
  return isHostObject(value) || value === undefined ? null : value;
}

function errorOf(thrown: unknown, ActionIndex: number): RichApiError {
  if (thrown instanceof HostFailure) return { Code: thrown.code, Message: thrown.message, ActionIndex };
  return {
    Code: "GeneralException",
    Message: thrown instanceof Error ? thrown.message : "The request could not be done.",
    ActionIndex,
  };
}
