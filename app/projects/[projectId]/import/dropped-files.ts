/** What was dropped, folders opened; files in the order of their names. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
	const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
	if (entries.every((entry) => entry.isFile)) return byName([...transfer.files]);
	const found = await Promise.all(entries.map(filesOf));
	return byName(found.flat());
}

/** Where files lay in the folder that was dropped: browsers do not write it on them. */
const paths = new WeakMap<File, string>();

/** Nobody imports more at once; a wrongly dropped disk is not searched through. */
const mostFiles = 2_000;

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
	const files: File[] = [];
	const waiting = [entry];
	for (let next = waiting.pop(); next && files.length < mostFiles; next = waiting.pop()) {
		if (next.name.startsWith(".")) continue; // what systems put beside the files
		if (isFile(next)) {
			const file = await fileOf(next);
			paths.set(file, next.fullPath.replace(/^\//, ""));
			files.push(file);
		}
		if (isFolder(next)) waiting.push(...(await entriesOf(next)));
	}
	return files;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((done, failed) => entry.file(done, failed));
}

/** A folder answers a part at a time, and then nothing. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
		if (part.length === 0) return all;
		all.push(...part);
	}
}

const collator = new Intl.Collator(undefined, { numeric: true });

function byName(files: readonly File[]): File[] {
	return files.toSorted((a, b) => collator.compare(pathOf(a), pathOf(b)));
}

/** A file's name with its folders, where it came with some. */
export function pathOf(file: File): string {
	return paths.get(file) ?? (file.webkitRelativePath || file.name);
}
