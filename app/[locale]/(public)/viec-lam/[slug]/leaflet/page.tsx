/** The leaflet under its English address. */
export { default, generateMetadata } from "../to-roi/page";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}
