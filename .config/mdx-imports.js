/** Lets the import rules read a chapter: its import lines stay where they are, all else is blank. */
export default {
  preprocess: (text, file) => [
    {
      text: text.replace(/^(?!import ).*$/gm, ''),
      filename: `${file.split('/').at(-1)}.js`,
    },
  ],
  postprocess: (messages) => messages.flat(),
  supportsAutofix: false,
};
