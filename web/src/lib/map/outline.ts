import type { FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Outline = Topology<{
  departements: GeometryCollection<{ code: string; name: string; region: string }>;
  neighbours: GeometryCollection<{ name: string }>;
}>;

/** The layers of the basemap, from the ground up. */
export interface Basemap {
  neighbours: FeatureCollection;
  land: FeatureCollection;
  departements: MultiLineString;
  regions: MultiLineString;
  coast: MultiLineString;
}

let loading: Promise<Basemap> | undefined;

/** The outline served beside the application, read once per tab; a failure is tried again by the next map. */
export function loadBasemap(url: string): Promise<Basemap> {
  loading ??= read(url).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function read(url: string): Promise<Basemap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`outline: ${response.status}`);
  const outline = (await response.json()) as Outline;
  const { departements, neighbours } = outline.objects;
  const region = (side: unknown) => (side as { properties: { region: string } }).properties.region;
  return {
    neighbours: feature(outline, neighbours),
    land: feature(outline, departements),
    departements: mesh(outline, departements, (a, b) => a !== b && region(a) === region(b)),
    regions: mesh(outline, departements, (a, b) => a !== b && region(a) !== region(b)),
    coast: mesh(outline, departements, (a, b) => a === b),
  };
}
