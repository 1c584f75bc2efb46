"use client";

import { Field, Select } from "./field.tsx";

export interface SelectFieldProps<Value extends string> {
	readonly label: string;
	readonly value: Value | undefined;
	readonly values: readonly Value[];
	/** What a value is called. */
	readonly name: (value: Value) => string;
	readonly onChange: (value: Value) => void;
	readonly className?: string;
}

/** One of several known values, by name. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
	const { label, value, values, name, onChange, className } = props;
	return (
		<Field label={label} {...(className && { className })}>
			{(control) => (
				<Select
					{...control}
					value={value}
					onChange={(event) => {
						const chosen = values.find((one) => one === event.target.value);
						if (chosen) onChange(chosen);
					}}
				>
					{values.map((one) => (
						<option key={one} value={one}>
							{name(one)}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
