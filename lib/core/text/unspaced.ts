/** Languages written without spaces, where only a dictionary knows the words. */
const unspaced = new Set(["zh", "ja", "ko", "th", "lo", "km", "my"]);

export function isUnspaced(language: string): boolean {
	return unspaced.has(language.toLowerCase().split("-")[0] ?? "");
}
