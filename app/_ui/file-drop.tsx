"use client";

import { type ReactNode, useState } from "react";
import { classNames } from "./class-names.ts";

interface FileDropProps {
	/** As for the attribute of an input: ".docx,.txt". */
	readonly accept: string;
	readonly onFile: (file: File) => void;
	readonly children: ReactNode;
}

/** Where one file is dropped, or chosen by a press; the same file may be given again. */
export function FileDrop({ accept, onFile, children }: FileDropProps) {
	const [over, setOver] = useState(false);
	const give = (files: FileList | null) => {
		const file = files?.[0];
		if (file) onFile(file);
	};
	return (
		<label
			className={classNames(
				"flex cursor-pointer flex-col items-center gap-1 rounded-md border border-dashed border-rule-strong px-4 py-8 text-center focus-within:outline-2 focus-within:outline-accent",
				over && "outline-2 outline-accent",
			)}
			onDragOver={(event) => {
				if (!event.dataTransfer.types.includes("Files")) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				give(event.dataTransfer.files);
			}}
		>
			{children}
			<input
				type="file"
				accept={accept}
				className="sr-only"
				onChange={({ target }) => {
					give(target.files);
					target.value = "";
				}}
			/>
		</label>
	);
}
