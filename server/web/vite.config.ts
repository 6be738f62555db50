import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses, so that the page also works behind a prefix.
  base: "./",
  build: {
    // The server reads the page from its own class path.
    outDir: "../target/classes/org/marrow/server/web",
    emptyOutDir: true,
    target: "es2022",
    // A data: address would need a wider content security policy than the server gives.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ["test/**/*.test.ts"],
  },
});
