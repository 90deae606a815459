import type { GridCall, GridFunction } from "../../grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import { argumentsOf, type Blank } from "./arguments.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { FunctionMetadata, FunctionsMetadata } from "./metadata.ts";

export interface Calling {
  /** "LP": functions.json leaves it out, formulas have it. */
  readonly namespace: string;
  /** How blank cells reach a function: 0 in Excel for Windows and Mac, 0 or null on the web. */
  readonly blank?: Blank;
  /** Told what a function said of an error cell, which Excel shows when the cell is pointed at. */
  readonly failed?: (name: string, messages: readonly string[]) => void;
}

/** The functions of functions.json for a grid, each call of which goes through Microsoft's dispatcher. */
export const gridFunctions = (dispatcher: Dispatcher, metadata: FunctionsMetadata, calling: Calling): GridFunction[] =>
  metadata.functions.map((one) => gridFunction(one, dispatcher, metadata.allowErrorForDataTypeAny ?? false, calling));

function gridFunction(
  metadata: FunctionMetadata,
  dispatcher: Dispatcher,
  takesErrors: boolean,
  calling: Calling,
): GridFunction {
  const { options = {}, parameters } = metadata;
  const name = `${calling.namespace}.${metadata.name}`;
  const asksAddresses = options.requiresParameterAddresses ?? options.requiresStreamParameterAddresses ?? false;
  return {
    name,
    description: metadata.description ?? "",
    parameters: parameters.map(({ name: given, description = "", optional = false }) => ({
      name: given,
      description,
      isOptional: optional,
    })),
    start(call: GridCall, answer: (result: readonly (readonly CellValue[])[]) => void) {
      const given = argumentsOf(parameters, call, takesErrors, calling.blank ?? "zero");
      if ("error" in given) {
        answer([[given.error]]);
        return () => undefined;
      }
      return dispatcher.start(
        {
          functionId: metadata.id,
          values: given.values,
          ...(asksAddresses ? { addresses: parameters.map((_, at) => call.addresses[at] ?? null) } : {}),
          isStreaming: options.stream ?? false,
          isCancelable: options.cancelable ?? false,
          takesErrors,
        },
        ({ cells, messages }) => {
          if (messages.length > 0) calling.failed?.(name, messages);
          answer(cells);
        },
      );
    },
  };
}
