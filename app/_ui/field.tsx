"use client";

import { CircleAlert } from "lucide-react";
import { type ComponentProps, Fragment, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

/** What the control inside a field puts on itself. */
export interface ControlProps {
	readonly id: string;
	readonly "aria-describedby": string | undefined;
	readonly "aria-invalid": true | undefined;
}

export interface FieldProps {
	readonly label: ReactNode;
	readonly hint?: ReactNode;
	readonly error?: ReactNode;
	/** Beside the label, at the end of the line. */
	readonly aside?: ReactNode;
	readonly className?: string;
	readonly children: (control: ControlProps) => ReactNode;
}

/** A label above its control, a hint and an error below, tied together for a screen reader. */
export function Field({ label, hint, error, aside, className, children }: FieldProps) {
	const id = useId();
	const described = classNames(error && `${id}-error`, hint && `${id}-hint`);
	return (
		<div className={classNames("flex flex-col gap-1.5", className)}>
			<div className="flex items-baseline justify-between gap-3">
				<label htmlFor={id} className="text-sm font-medium text-ink-soft">
					{label}
				</label>
				{aside}
			</div>
			{children({
				id,
				"aria-describedby": described || undefined,
				"aria-invalid": error ? true : undefined,
			})}
			{error && <FieldError id={`${id}-error`}>{error}</FieldError>}
			{hint && (
				<p id={`${id}-hint`} className="text-sm text-ink-faint">
					{hint}
				</p>
			)}
		</div>
	);
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
	return (
		<p id={id} className="flex items-start gap-1.5 text-sm text-danger">
			<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span>{children}</span>
		</p>
	);
}

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
	return <input className={classNames("control", className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
	return <textarea className={classNames("control py-2", className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
	return <select className={classNames("control px-2", className)} {...rest} />;
}

export interface TextFieldProps extends Omit<ComponentProps<"input">, "children"> {
	readonly label: ReactNode;
	readonly hint?: ReactNode;
	readonly error?: ReactNode;
	readonly fieldClassName?: string;
}

/** The usual case: one line of text. */
export function TextField({ label, hint, error, fieldClassName, ...input }: TextFieldProps) {
	return (
		<Field label={label} hint={hint} error={error} {...(fieldClassName && { className: fieldClassName })}>
			{(props) => <TextInput {...input} {...props} />}
		</Field>
	);
}

export interface ChoiceProps<Value extends string> {
	readonly label: string;
	readonly value: Value;
	readonly onChange: (value: Value) => void;
	readonly options: readonly {
		readonly value: Value;
		readonly label: ReactNode;
		readonly hint?: ReactNode;
		/** What is asked further once this is chosen, beneath it. */
		readonly further?: ReactNode;
	}[];
	/** Options beside each other, for two to four short words. */
	readonly inline?: boolean;
	readonly className?: string;
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
	const { label, value, onChange, options, inline = false, className } = props;
	const name = useId();
	return (
		<fieldset className={classNames("flex flex-col gap-1.5", className)}>
			<legend className="mb-1.5 text-sm font-medium text-ink-soft">{label}</legend>
			<div className={inline ? "flex flex-wrap gap-x-5 gap-y-1.5" : "flex flex-col gap-1.5"}>
				{options.map((option) => (
					<Fragment key={option.value}>
						<label className="flex min-h-6 items-start gap-2">
							<input
								type="radio"
								name={name}
								className="mt-0.75 size-4 shrink-0 accent-accent"
								checked={option.value === value}
								onChange={() => onChange(option.value)}
							/>
							<span>
								{option.label}
								{option.hint && <span className="block text-sm text-ink-faint">{option.hint}</span>}
							</span>
						</label>
						{option.value === value && option.further}
					</Fragment>
				))}
			</div>
		</fieldset>
	);
}
