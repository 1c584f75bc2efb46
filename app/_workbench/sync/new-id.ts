const alphabet = "0123456789ABCDEFGHJKLMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";

/** An id that the browser makes: 18 letters and digits, more than 100 bits. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(18));
	let id = "";
	for (const byte of bytes) id += alphabet.charAt(byte % alphabet.length);
	return id;
}
