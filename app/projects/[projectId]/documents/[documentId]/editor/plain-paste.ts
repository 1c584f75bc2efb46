/** Text from elsewhere as one sentence's worth of plain text: line ends become spaces, other controls go. */
export function plainLine(text: string): string {
	return text
		.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
		.replace(/\t/g, " ")
		.replace(/\p{Cc}/gu, "");
}
