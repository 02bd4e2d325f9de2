/** No file imports itself in a round, through values or types; autograd has value-cycles.js instead. */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^(?!packages/autograd/)' },
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.js', '.svelte'],
    },
  },
};
