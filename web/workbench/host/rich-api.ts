/** What Microsoft's Excel client sends on each `context.sync()`, and what it takes for an answer. */
export interface RichApiRequest {
  readonly Actions: readonly RichApiAction[];
  readonly ObjectPaths: Readonly<Record<string, RichApiPath>>;
}

/** How a client object was come by; its parents and arguments are paths of the same request. */
export interface RichApiPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: RichApiArguments;
}

export interface RichApiArguments {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument: the path of the object that it is, or 0. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface RichApiAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: RichApiArguments;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

export const PATH = { global: 1, created: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface RichApiError {
  readonly Code: string;
  readonly Message: string;
  readonly ActionIndex: number;
}

export interface RichApiResponse {
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly TraceIds: readonly number[];
    readonly Error: RichApiError | null;
  } | null;
  readonly StatusCode: number;
  readonly HttpStatusCode: number;
  readonly Headers: Readonly<Record<string, string>>;
  /** For a request that was refused as a whole. */
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}
