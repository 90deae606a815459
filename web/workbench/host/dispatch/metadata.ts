/** What of functions.json the host needs to call a function as Excel would. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  /** Whether `any` parameters take error cells; without it Excel answers with the error itself. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresParameterAddresses?: boolean;
    readonly requiresStreamParameterAddresses?: boolean;
  };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}
