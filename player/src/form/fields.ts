/** What a form contains for one field of an entry: its path with dots, and a value as it was chosen or typed. */
export interface Filled {
  readonly field: string;
  readonly value: string;
}

/** The part of a JSON Schema that says how a field is written. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  /** By a pattern of the name, as for exercises: another version may have others. */
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
}

export interface Schema {
  readonly definitions: Readonly<Record<string, Shape>>;
}

type Fields = Record<string, unknown>;

/**
 * The fields of an entry of a kind, typed as its schema says: numbers as numbers, lists as lists, paths with dots as
 * objects. A field that the schema does not name is kept as text; a field without a value is omitted.
 */
export function fieldsOf(schema: Schema, kind: string, filled: readonly Filled[]): Fields {
  const entry: Fields = {};
  for (const { field, value } of filled) {
    if (value === "") continue;
    const path = field.split(".");
    const last = path.pop() ?? "";
    let shape: Shape | undefined = schema.definitions[kind];
    let at = entry;
    for (const name of path) {
      shape = property(schema, shape, name);
      at = (at[name] ??= {}) as Fields;
    }
    shape = property(schema, shape, last);
    if (types(schema, shape).includes("array")) at[last] = [...((at[last] as unknown[] | undefined) ?? []), written(schema, resolve(schema, shape)?.items, value)];
    else at[last] = written(schema, shape, value);
  }
  return entry;
}

function written(schema: Schema, shape: Shape | undefined, value: string): string | number {
  const wanted = types(schema, shape);
  const isNumber = /^-?[0-9]+([.,][0-9]+)?$/.test(value);
  return isNumber && (wanted.includes("integer") || wanted.includes("number")) ? Number(value.replace(",", ".")) : value;
}

function property(schema: Schema, shape: Shape | undefined, name: string): Shape | undefined {
  const outer = resolve(schema, shape);
  return outer?.properties?.[name]
    ?? Object.entries(outer?.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, "u").test(name))?.[1];
}

function resolve(schema: Schema, shape: Shape | undefined): Shape | undefined {
  return shape?.$ref === undefined ? shape : schema.definitions[shape.$ref.split("/").pop() ?? ""];
}

function types(schema: Schema, shape: Shape | undefined): readonly string[] {
  const found = resolve(schema, shape);
  if (found === undefined) return [];
  return [...(found.type === undefined ? [] : [found.type].flat()), ...(found.oneOf ?? []).flatMap(one => types(schema, one))];
}
