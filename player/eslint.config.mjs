// What `npm run check` asks of the player's code beside its types.
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  // Made by types.mjs.
  globalIgnores(["src/contract/{entry,figure,script,upcoming}.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: { Buffer: "readonly", console: "readonly", process: "readonly", TextEncoder: "readonly" } },
    // A name beside `...rest` says what is left out.
    rules: { "no-unused-vars": ["error", { ignoreRestSiblings: true }] },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // Here `return this.stop()` ends a function that returns nothing, async or not, and `() => this.stop()` is a handler.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Replaced by the next: with noUncheckedIndexedAccess an index within its range can only be asserted.
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-syntax": ["error", {
        selector: "TSNonNullExpression:not([expression.computed=true]):not([expression.callee.property.name='querySelector'])",
        message: "Only what an index gives, or an element that the page must have, may be asserted.",
      }],
    },
  },
  {
    // An async method also turns what it throws into a rejection, as the store or the browser does for which it stands.
    files: ["src/store/*.ts", "tests/**/*.ts"],
    rules: { "@typescript-eslint/require-await": "off" },
  },
  {
    files: ["tests/**/*.ts"],
    rules: {
      // What is missing fails the test.
      "no-restricted-syntax": "off",
      // Node waits for its tests.
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: "test" }] }],
    },
  },
);
