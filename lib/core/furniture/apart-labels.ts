import type { Evidence } from "./evidence.ts";

/** A value that stands on the line below its label is no wider, in columns. */
const widestValue = 24;

/** "Source:" on one line and the name on the next, as tables and lists are copied: the second is the value of the first. */
export function withApartLabels(lines: readonly Evidence[]): readonly Evidence[] {
	return lines.map((line, index) => {
		const role = openLabel(lines[index - 1]);
		if (role === null || line.settled !== null || line.labelled === null) return line;
		const isDate = line.mark === "date" && line.labelled.values.length === 0;
		const isValue =
			line.mark === "short" && line.width <= widestValue && !line.ended && !line.line.hint?.heading;
		if (!isDate && !isValue) return line;
		const dates = line.labelled.dates.map((date) => ({ ...date, role }));
		return {
			...line,
			mark: "meta",
			labelled: { values: [{ role, value: line.text }], dates, rest: [], begins: true },
		};
	});
}

/** The role of a label without a value at the end of a line that is nothing else. */
function openLabel(line: Evidence | undefined): LabelRoleOf | null {
	const [value, ...others] = line?.labelled?.values ?? [];
	if (!line || !value || others.length > 0 || value.value !== "" || !/[:：]$/u.test(line.text)) return null;
	const isAlone =
		line.labelled?.begins === true && line.labelled.dates.length === 0 && line.labelled.rest.length === 0;
	return isAlone && value.role !== "control" ? value.role : null;
}

type LabelRoleOf = NonNullable<Evidence["labelled"]>["values"][number]["role"];
