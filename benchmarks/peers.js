// Fills one template many times by an engine from npm; prints the CPU of a document in milliseconds.
// node peers.js ENGINE MODULES TEMPLATE WORDS WARM_UP
"use strict";
const fs = require("fs");
const path = require("path");
const [engine, modules, templateFile, wordsFile, warmUp] = process.argv.slice(2);
const load = (name) => require(path.join(modules, name));
const template = fs.readFileSync(templateFile);
const words = JSON.parse(fs.readFileSync(wordsFile, "utf-8"));

function makeFill() {
  if (engine === "docxtemplater") {
    const PizZip = load("pizzip");
    const Docxtemplater = load("docxtemplater");
    return async (data) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  }
  const { TemplateHandler } = load("easy-template-x");
  const handler = new TemplateHandler();
  return (data) => handler.process(template, data);
}

(async () => {
  const fill = makeFill();
  const warm = Number(warmUp);
  for (const data of words.slice(0, warm)) await fill(data);
  const before = process.cpuUsage();
  let last;
  for (const data of words.slice(warm)) last = await fill(data);
  const spent = process.cpuUsage(before);
  if (process.env.SAVE) fs.writeFileSync(process.env.SAVE, last);
  console.log(JSON.stringify({ cpu_ms: (spent.user + spent.system) / 1000 / (words.length - warm) }));
})().catch((error) => { console.error(error.message || error); process.exit(1); });
