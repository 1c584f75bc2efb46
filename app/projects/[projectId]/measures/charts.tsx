import { classNames } from "#app/_ui/class-names.ts";

interface ChartProps {
	/** In order; none is negative. */
	readonly values: readonly number[];
	/** The drawing in words; the figures stand in a table beside it. */
	readonly label: string;
	/** Sets `color`. */
	readonly className?: string;
	/** What is told of a column under the pointer. */
	readonly titles: readonly string[];
}

/** Fewer columns than this leave room to the right, rather than growing into blocks. */
export const leastColumns = 14;
const height = 100;
const gap = 0.16;

/** A column for each value, as wide as there is room. */
export function Columns({ values, label, className, titles }: ChartProps) {
	const highest = Math.max(...values, 1);
	return (
		<Drawing values={values} label={label} {...(className && { className })}>
			{values.map((value, i) => (
				<g key={titles[i]}>
					<title>{titles[i]}</title>
					{/* What can be pointed at is as high as the chart. */}
					<rect x={i} y={0} width={1} height={height} fill="transparent" />
					<rect
						x={i + gap / 2}
						y={height - (value / highest) * height}
						width={1 - gap}
						height={(value / highest) * height}
						fill="currentColor"
					/>
				</g>
			))}
		</Drawing>
	);
}

/** A line that only rises: what has been done so far, level until the next is done. */
export function RisingLine({ values, label, className, titles }: ChartProps) {
	const highest = Math.max(...values, 1);
	const levels = values.map((value) => height - (value / highest) * (height - 2));
	const steps = levels.map((level, i) => `H${i} V${level} H${i + 1}`).join(" ");
	return (
		<Drawing values={values} label={label} {...(className && { className })}>
			<path d={`M0 ${height} ${steps} V${height} Z`} fill="currentColor" opacity={0.12} />
			<path
				d={`M0 ${height} ${steps}`}
				fill="none"
				stroke="currentColor"
				strokeWidth={1.75}
				vectorEffect="non-scaling-stroke"
			/>
			{titles.map((title, i) => (
				<rect key={title} x={i} y={0} width={1} height={height} fill="transparent">
					<title>{title}</title>
				</rect>
			))}
		</Drawing>
	);
}

function Drawing({
	values,
	label,
	className,
	children,
}: Pick<ChartProps, "values" | "label" | "className"> & { readonly children: React.ReactNode }) {
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`0 0 ${Math.max(values.length, leastColumns)} ${height}`}
			preserveAspectRatio="none"
			className={classNames("block h-20 w-full border-b border-rule-strong", className)}
		>
			{children}
		</svg>
	);
}
