// Renders formulas.json as NAME.svg beside it: node render.js MODULES, the folder that holds mathjax-full.
// The drawings take the colour of the text around them (currentColor) and are 16 units to the em.
const fs = require('fs');
const path = require('path');

const library = (name) => require(path.join(path.resolve(process.argv[2]), 'mathjax-full', 'js', name));
const { mathjax } = library('mathjax.js');
const { TeX } = library('input/tex.js');
const { SVG } = library('output/svg.js');
const { liteAdaptor } = library('adaptors/liteAdaptor.js');
const { RegisterHTMLHandler } = library('handlers/html.js');
const { AllPackages } = library('input/tex/AllPackages.js');

const unitsPerEm = 1000;
const pixelsPerEm = 16;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
    InputJax: new TeX({ packages: AllPackages.filter((name) => name !== 'bussproofs'), formatError: (_, error) => { throw error; } }),
    OutputJax: new SVG({ fontCache: 'none' }), // paths in place: no references that a small renderer would have to follow
});

function drawing(tex) {
    const svg = adaptor.innerHTML(page.convert(tex, { display: true }));
    const box = svg.match(/viewBox="([^"]*)"/)[1].split(' ').map(Number);
    const pixels = (units) => (units * pixelsPerEm / unitsPerEm).toFixed(2);
    return svg
        .replace(/<svg [^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels(box[2])}" height="${pixels(box[3])}" viewBox="${box.join(' ')}">`)
        .replace(/ (data-[a-z-]+|aria-[a-z-]+|role|style|focusable)="[^"]*"/g, '') + '\n';
}

const formulas = JSON.parse(fs.readFileSync(path.join(__dirname, 'formulas.json'), 'utf8'));
for (const [name, tex] of Object.entries(formulas))
    fs.writeFileSync(path.join(__dirname, `${name}.svg`), drawing(tex));
for (const file of fs.readdirSync(__dirname))
    if (file.endsWith('.svg') && !(path.basename(file, '.svg') in formulas))
        fs.unlinkSync(path.join(__dirname, file)); // of a formula that is no more
console.log(`${Object.keys(formulas).length} formulas rendered`);
