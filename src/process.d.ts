/** The build writes the settings of `ProcessEnv` into the code; nothing else of Node's `process` exists on a phone. */
declare const process: { readonly env: NodeJS.ProcessEnv }
