import * as z from "zod";
import { PERMISSIONS, type Guarded } from "./permissions.ts";
import { BODIES, QUERIES, SUMMARIES, type Key } from "./operations.ts";

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

function operation({ method, path, who }: Guarded): object {
  const key = `${method} ${path}` as Key;
  const body = BODIES[key];
  const query = QUERIES[key];
  return {
    operationId: key
      .replace(/[^a-z]+/gi, "-")
      .replace(/-$/, "")
      .toLowerCase(),
    summary: SUMMARIES[key],
    description: `For: ${Object.entries(who)
      .map(([role, reach]) => `${role} (${reach})`)
      .join(", ")}.`,
    parameters: [
      ...namesIn(path).map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...(query ? queryParameters(query) : []),
    ],
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(body) } } } } : {}),
    responses: { "2XX": { description: "Done." }, default: PROBLEM },
    security: [{ bearer: [] }],
  };
}

/** The OpenAPI document, made of the table of permissions and the schemas that the routes validate with. */
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
  for (const permission of PERMISSIONS) {
    const path = `/api/v1${permission.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [permission.method.toLowerCase()]: operation(permission) };
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
