/** Bytes of a text in an encoding that only a decoder exists for: every two bytes are tried once. */
function encoderOf(encoding: "gb18030" | "big5"): (text: string) => Uint8Array {
	const bytesOf = new Map<string, number[]>();
	for (let first = 0x81; first <= 0xfe; first += 1) {
		for (let second = 0x40; second <= 0xfe; second += 1) {
			const decoded = new TextDecoder(encoding).decode(Uint8Array.of(first, second));
			if (!bytesOf.has(decoded)) bytesOf.set(decoded, [first, second]);
		}
	}
	return (text) =>
		Uint8Array.from(
			[...text].flatMap((character) => {
				const found = character < "\x80" ? [character.charCodeAt(0)] : bytesOf.get(character);
				if (found === undefined) throw new Error(`${character} is not in ${encoding}`);
				return found;
			}),
		);
}

export const gbk = encoderOf("gb18030");
export const big5 = encoderOf("big5");
