import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { PropertyType, ResourceProperties } from "@aws-cdk/service-spec-types";

const published = loadAwsServiceSpecSync();

interface Written {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
export interface WrittenTemplate {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Written>>;
  readonly Outputs?: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What CloudFormation works out when it deploys; of which type that is, nobody can say here. */
const isIntrinsic = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).length === 1 && /^(?:Ref$|Fn::)/.test(Object.keys(value)[0] ?? "");

const PLAIN = {
  "date-time": (value: unknown) => typeof value === "string",
  number: (value: unknown) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value: unknown) => typeof value === "boolean",
  json: (value: unknown) => isObject(value) || Array.isArray(value) || typeof value === "string",
  null: (value: unknown) => value === null,
};

function typeProblems(value: unknown, type: PropertyType, at: string): readonly string[] {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case "array":
      if (!Array.isArray(value)) return [`${at} is no list.`];
      return value.flatMap((one: unknown, index) => typeProblems(one, type.element, `${at}[${index}]`));
    case "map":
      if (!isObject(value)) return [`${at} is no map.`];
      return Object.entries(value).flatMap(([key, one]) => typeProblems(one, type.element, `${at}.${key}`));
    case "ref":
      return propertiesProblems(value, published.get("typeDefinition", type.reference.$ref).properties, at);
    case "tag":
      return isObject(value) && typeof value["Key"] === "string" ? [] : [`${at} is no tag.`];
    case "union": {
      const each = type.types.map((one) => typeProblems(value, one, at));
      return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
    }
    case "string":
      if (typeof value !== "string") return [`${at} is no string.`];
      return type.allowedValues?.includes(value) === false ? [`${at} cannot be ${value}.`] : [];
    case "date-time":
    case "number":
    case "integer":
    case "boolean":
    case "json":
    case "null":
      return PLAIN[type.type](value) ? [] : [`${at} is no ${type.type}.`];
  }
}

function propertiesProblems(value: unknown, properties: ResourceProperties, at: string): readonly string[] {
  if (!isObject(value)) return [`${at} is no object.`];
  const missing = Object.entries(properties)
    .filter(([name, { required }]) => required === true && !(name in value))
    .map(([name]) => `${at}.${name} is missing.`);
  const held = Object.entries(value).flatMap(([name, one]) => {
    const property = properties[name];
    return property ? typeProblems(one, property.type, `${at}.${name}`) : [`${at}.${name} is not known.`];
  });
  return [...missing, ...held];
}

const resourceOf = (type: string) => published.lookup("resource", "cloudFormationType", "equals", type)[0];

/** Every `Ref` and `Fn::GetAtt` that stands anywhere in a value. */
function pointersIn(value: unknown): readonly { readonly id: string; readonly attribute?: string }[] {
  if (Array.isArray(value)) return value.flatMap(pointersIn);
  if (!isObject(value)) return [];
  const [to, of] = [value["Ref"], value["Fn::GetAtt"]];
  if (typeof to === "string") return [{ id: to }];
  if (Array.isArray(of)) return [{ id: String(of[0]), attribute: String(of[1]) }];
  return Object.values(value).flatMap(pointersIn);
}

function pointerProblems(template: WrittenTemplate): readonly string[] {
  return pointersIn([template.Resources, template.Outputs]).flatMap(({ id, attribute }) => {
    const resource = template.Resources[id];
    if (attribute === undefined)
      return resource || id in (template.Parameters ?? {}) || id.startsWith("AWS::") ? [] : [`${id} is nowhere.`];
    const isGiven = resource !== undefined && attribute in (resourceOf(resource.Type)?.attributes ?? {});
    return isGiven ? [] : [`${id} gives no ${attribute}.`];
  });
}

/** What of a template CloudFormation would refuse by its own published specification of resources, as sentences. */
export const specificationProblems = (template: WrittenTemplate): readonly string[] => [
  ...Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const specified = resourceOf(Type);
    return specified ? propertiesProblems(Properties, specified.properties, id) : [`${id}: there is no ${Type}.`];
  }),
  ...pointerProblems(template),
];
