/**
 * A short name for texts in their order: equal texts have equal names, and different ones hardly ever
 * (53 bits; nobody gains by making two alike). After cyrb53, public domain.
 */
export function digestOf(parts: Iterable<string>): string {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (const part of parts) {
		for (let i = 0; i <= part.length; i++) {
			const unit = i < part.length ? part.charCodeAt(i) : 0x10000; // no text has it: it ends the part
			high = Math.imul(high ^ unit, 2654435761);
			low = Math.imul(low ^ unit, 1597334677);
		}
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, "0");
}
