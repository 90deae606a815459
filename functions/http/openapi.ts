import * as z from "zod";
import { OPERATIONS, type Operation } from "./operations.ts";

/** A JSON Schema of what is sent: what a schema would turn it into is the service's own business. */
const jsonSchema = (schema: z.ZodType): object => ({
  ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
  $schema: undefined,
});

/** The names in a route's pattern: `:id` of "/members/:id". */
const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []);

const PROBLEM = {
  description: "Refused: an RFC 9457 problem document with a sentence to act on.",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function queryParameters(schema: z.ZodObject): object[] {
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: "query",
    required: !(part as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(part as z.ZodType),
  }));
}

function operation(route: string, path: string, { who, summary, query, json }: Operation): object {
  return {
    operationId: route
      .replace(/[^a-z]+/gi, "-")
      .replace(/-$/, "")
      .toLowerCase(),
    summary,
    description: `For: ${Object.entries(who)
      .map(([role, reach]) => `${role} (${reach})`)
      .join(", ")}.`,
    parameters: [
      ...namesIn(path).map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...(query ? queryParameters(query) : []),
    ],
    ...(json ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(json) } } } } : {}),
    responses: { "2XX": { description: "Done." }, default: PROBLEM },
    security: [{ bearer: [] }],
  };
}

/** The OpenAPI document, made of the table that the routes are guarded and validated by. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {
    "/api/health": {
      get: {
        operationId: "health",
        summary: "Whether the service reaches its table.",
        responses: { 200: { description: "It does." }, default: PROBLEM },
      },
    },
  };
  for (const [route, one] of Object.entries(OPERATIONS)) {
    const [method = "", path = ""] = route.split(" ");
    const address = `/api/v1${path.replace(/:(\w+)/g, "{$1}")}`;
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(route, path, one) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lead Professional",
      version: "1",
      description: "Policy, register, checks and monthly snapshots for those who decide who leads work with a child.",
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "title", "status", "detail", "requestId"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            requestId: { type: "string" },
            paths: { type: "array", items: { type: "string" } },
          },
        },
      },
    },
  };
}
