/** What was chosen last in the palette, on this device. */
const storedAs = "duizhao.recent";
const most = 5;

export function recentCommands(): readonly string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(storedAs) ?? "[]");
		return Array.isArray(stored) ? stored.filter((id) => typeof id === "string").slice(0, most) : [];
	} catch {
		return [];
	}
}

export function rememberCommand(id: string): void {
	const recent = [id, ...recentCommands().filter((one) => one !== id)].slice(0, most);
	localStorage.setItem(storedAs, JSON.stringify(recent));
}
