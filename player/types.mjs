// The player's types of what it exchanges with the server, made from the schemas of contract/ into src/contract/.
//     node types.mjs write            makes them
//     node types.mjs check [FOLDER]   fails when those in the folder (src/contract) are not what the schemas give
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { compile } from "json-schema-to-typescript";

const here = path.dirname(fileURLToPath(import.meta.url));
const names = ["entry", "figure", "script", "upcoming"];

/** The text of the module with the types of a schema. */
async function moduleOf(name) {
  const schema = JSON.parse(await readFile(path.join(here, `../contract/${name}.schema.json`), "utf8"));
  return await compile(typed(schema), name, {
    bannerComment: `// Made from contract/${name}.schema.json by \`npm run types\`: change the schema, not this file.`,
    // As an array of any length: nothing here is read by a fixed place.
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
  });
}

/** The part of a schema that TypeScript can express. What it cannot say is left out, so that the type is wider. */
function typed(schema) {
  if (typeof schema !== "object") return schema;
  const { not: _not, patternProperties, properties, definitions, items, oneOf, ...rest } = schema;
  // A schema without a rule takes everything.
  if (Object.keys(schema).every(key => key === "description" || key === "not")) return { ...rest, tsType: "unknown" };
  return {
    ...rest,
    ...(properties && { properties: eachTyped(properties) }),
    // The pattern of a name is no part of a type; what stands under the name is.
    ...(patternProperties && { additionalProperties: { anyOf: Object.values(patternProperties).map(typed) } }),
    ...(definitions && { definitions: eachTyped(definitions) }),
    ...(items && { items: typed(items) }),
    ...(oneOf && { oneOf: oneOf.map(typed) }),
  };
}

function eachTyped(schemas) {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, typed(schema)]));
}

const [verb, folder = path.join(here, "src/contract")] = process.argv.slice(2);
if (verb !== "write" && verb !== "check") throw new Error("node types.mjs takes write or check.");
for (const name of names) {
  const file = path.join(folder, `${name}.ts`);
  const wanted = await moduleOf(name);
  if (verb === "write") {
    await writeFile(file, wanted);
  } else if (await readFile(file, "utf8").catch(() => null) !== wanted) {
    console.error(`${path.relative(process.cwd(), file)} is not what contract/${name}.schema.json gives. In player/, run: npm run types`);
    process.exitCode = 1;
  }
}
