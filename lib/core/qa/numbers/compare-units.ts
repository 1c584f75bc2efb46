/** Holds units and currencies of equal numbers against each other. */
import type { Discrepancy } from "./compare.ts";
import { type Quantity, valueKey } from "./quantity.ts";

/** The same number of something else that is measured alike: 500元 and 500 euros. */
export function compareUnits(sources: readonly Quantity[], targets: readonly Quantity[]): Discrepancy[] {
	const measured = new Map<string, Quantity[]>();
	for (const one of targets) {
		const key = one.unit && `${one.unit.dimension} ${valueKey(one.value)}`;
		if (key) measured.set(key, [...(measured.get(key) ?? []).slice(0, 9), one]);
	}
	return sources.flatMap((one): Discrepancy[] => {
		if (!one.unit || one.value <= 1 || one.sure !== "figure") return [];
		const alike = measured.get(`${one.unit.dimension} ${valueKey(one.value)}`) ?? [];
		const [first] = alike;
		if (!first || alike.some((other) => sameUnit(one, other))) return [];
		return [{ about: "unit", source: one, target: first }];
	});
}

export function sameUnit(one: Quantity, other: Quantity): boolean {
	if (!one.unit || !other.unit) return true;
	if (one.unit.dimension === "money")
		return one.unit.currencies.some((currency) => other.unit?.currencies.includes(currency));
	const ratio = one.unit.scale / other.unit.scale;
	return ratio > 0.85 && ratio < 1.15;
}
