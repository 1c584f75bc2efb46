/**
 * Stands for @codemirror/language and @lezer/common in the browser (next.config.js): the editing commands ask them about
 * brackets and indentation, and a sentence of prose has no syntax. 17 kB less before the first row can be edited.
 */
function none(): never {
	throw new TypeError("a sentence has no syntax");
}

export const getIndentation = none;
/** A blank at the beginning of a sentence is one blank. */
export const getIndentUnit = () => 1;
export const indentString = none;
export const matchBrackets = none;
export const syntaxTree = none;
export const indentUnit = null;
export const IndentContext = null;
export const NodeProp = null;
