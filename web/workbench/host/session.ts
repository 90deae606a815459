import { perform, type Done } from "./actions.ts";
import { hostObject, type HostObject } from "./host-object.ts";
import { pathsOf } from "./paths.ts";
import type { References } from "./references.ts";
import { ACTION, PATH, type RichApiRequest, type RichApiResponse } from "./rich-api.ts";

const FIVE_MEGABYTES = 5 * 1024 * 1024;

const DELAY_FOR_CELL_EDIT = 64;

/** What the host answers requests with, and what changes how it does. */
export interface Session {
  /** What `context.sync()` has asked so far; function results and the client's tidying up are left out. */
  readonly requests: RichApiRequest[];
  /** The most that a request or an answer may weigh, in bytes of JSON; undefined for no limit, as on a desktop. */
  payloadLimit: number | undefined;
  /** While a cell is being edited Excel refuses requests, or keeps those that were sent to wait. */
  readonly editCell: (isEditing: boolean) => void;
  /** The response as text, as from a real host: nothing of ours is within the client's reach. */
  answer(body: unknown, flags: number): Promise<string>;
}

/** What a session needs of the workbook that it answers for. */
export interface Answering {
  readonly workbook: HostObject;
  readonly references: References;
  /** Runs a request; what it changes was done by the add-in itself. */
  readonly asAddIn: (work: () => Done) => Done;
  /** Takes the results of functions. */
  readonly takeResults: (results: unknown) => void;
}

const asText = (response: RichApiResponse): string => JSON.stringify(response);

const refused = (ErrorCode: string, ErrorMessage: string): string =>
  asText({ Body: null, StatusCode: 400, HttpStatusCode: 400, Headers: {}, ErrorCode, ErrorMessage });

const answered = ({ results, traceIds, error }: Done): string =>
  asText({
    Body: { Results: results, TraceIds: traceIds, Error: error },
    StatusCode: error ? 400 : 200,
    HttpStatusCode: error ? 400 : 200,
    Headers: {},
    ErrorCode: "",
    ErrorMessage: "",
  });

/** Whether a request is of the client's own making: results of functions, or objects that it keeps no longer. */
function isHousekeeping({ Actions, ObjectPaths }: RichApiRequest): boolean {
  const isOfFunctions = Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === PATH.created);
  const isTidying = Actions.every(
    ({ ActionType, Name }) => ActionType === ACTION.instantiate || Name === "_RemoveReference",
  );
  return isOfFunctions || (isTidying && Actions.some(({ Name }) => Name === "_RemoveReference"));
}

export function newSession({ workbook, references, asAddIn, takeResults }: Answering): Session {
  const services = new Map([["Microsoft.ExcelServices.CustomFunctions", functionsService(takeResults)]]);
  const requests: RichApiRequest[] = [];
  let waitForEdit: Promise<void> | undefined;
  let endEdit = (): void => undefined;

  async function answer(body: unknown, flags: number): Promise<string> {
    const sent = JSON.stringify(body);
    const request = JSON.parse(sent) as RichApiRequest;
    const isOwn = isHousekeeping(request);
    if (!isOwn) requests.push(request);
    await Promise.resolve();
    if (waitForEdit && !isOwn) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0)
        return refused("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
      await waitForEdit;
    }
    const limit = session.payloadLimit ?? Infinity;
    if (sent.length > limit) return refused("RequestPayloadSizeLimitExceeded", "The request is too large.");
    const response = answered(
      asAddIn(() => perform(request, pathsOf(request, workbook, services, references), references)),
    );
    return response.length > limit
      ? refused("ResponsePayloadSizeLimitExceeded", "The response is too large.")
      : response;
  }

  const session: Session = {
    requests,
    payloadLimit: FIVE_MEGABYTES,
    editCell(isEditing) {
      endEdit();
      waitForEdit = undefined;
      if (isEditing) waitForEdit = new Promise((resolve) => (endEdit = resolve));
    },
    answer,
  };
  return session;
}

const functionsService = (take: (results: unknown) => void): HostObject =>
  hostObject({
    type: "CustomFunctions",
    call: {
      SetInvocationResults: take,
      SetInvocationArrayResults: take,
      _SetOsfControlContainerReadyForCustomFunctions: () => null,
    },
  });
