///<reference types="svelte" />
;
  /** Families that have a drawing of their own. */
  export const drawn = ['laser', 'additive', 'cnc', 'textile', 'bench'] as const;
  export type Drawn = (typeof drawn)[number];
;;;
  type Props = { family: Drawn; code: string; label: string };;function $$render() {


  let { family, code, label }: Props = $props();
;
async () => {



 { svelteHTML.createElement("svg", {       "viewBox":`104 60 640 420`,"preserveAspectRatio":`xMidYMid meet`,"role":`img`,"aria-label":label,});
   { svelteHTML.createElement("rect", {          "class":`wall`,"x":`-800`,"y":`-800`,"width":`2400`,"height":`1232`,});} { svelteHTML.createElement("rect", {           "class":`floor`,"x":`-800`,"y":`432`,"width":`2400`,"height":`800`,});} { svelteHTML.createElement("path", {    "class":`thin`,"d":`M-800 432h2400`,});}
   { svelteHTML.createElement("g", {  "class":`board`,}); { svelteHTML.createElement("rect", {         "x":`196`,"y":`76`,"width":`290`,"height":`100`,});}   for(let x of __sveltets_2_ensureArray(([220, 250, 280, 310, 340, 370, 400, 430, 460]))){x; { svelteHTML.createElement("circle", {      "cx":x,"cy":`92`,"r":`1.8`,});} { svelteHTML.createElement("circle", {       "cx":x,"cy":`126`,"r":`1.8`,});} { svelteHTML.createElement("circle", {      "cx":x,"cy":`160`,"r":`1.8`,});}} }
   { svelteHTML.createElement("g", {  "class":`tool`,}); { svelteHTML.createElement("path", {  "d":`M222 98h12v48h-12zM218 146h20v16h-20z`,});} { svelteHTML.createElement("path", {  "d":`M262 98a12 12 0 1 1 12 12l-1 52h-8v-54z`,});} { svelteHTML.createElement("path", {   "d":`M306 98h40v10h-40zM321 108h10v54h-10z`,});} }
   { svelteHTML.createElement("g", { "class":`ghost`,}); { svelteHTML.createElement("path", {  "d":`M386 98h34v22h-34zM399 120h8v42h-8z`,});} { svelteHTML.createElement("path", {  "d":`M446 98h12v64h-12z`,});} }
  if(family === 'laser'){
     { svelteHTML.createElement("path", {    "class":`duct`,"d":`M560 250V130a30 30 0 0 1 30-30h1000v54H622a14 14 0 0 0-14 14v82z`,});}
     { svelteHTML.createElement("path", {    "class":`body`,"d":`M146 262h476a10 10 0 0 1 10 10v116H136V272a10 10 0 0 1 10-10z`,});} { svelteHTML.createElement("path", {     "class":`deep`,"d":`M136 330h496v58H136z`,});}
     { svelteHTML.createElement("path", {    "class":`lid`,"d":`M166 214h330l22 48H150z`,});} { svelteHTML.createElement("path", {    "class":`glass`,"d":`M184 222h296l13 32H172z`,});}
     { svelteHTML.createElement("path", {    "class":`body`,"d":`M526 224h84a8 8 0 0 1 8 8v30H518z`,});} { svelteHTML.createElement("rect", {           "class":`screen`,"x":`538`,"y":`232`,"width":`40`,"height":`22`,});} { svelteHTML.createElement("circle", {        "class":`stop`,"cx":`600`,"cy":`243`,"r":`9`,});}
     { svelteHTML.createElement("path", {    "class":`leg`,"d":`M158 388h22v44h-22zM588 388h22v44h-22z`,});}
  } else if (family === 'additive'){
     { svelteHTML.createElement("path", {    "class":`body`,"d":`M226 196h368v30H226zM226 226h24v180h-24zM570 226h24v180h-24zM216 400h388v32H216z`,});}
     { svelteHTML.createElement("path", {    "class":`thin`,"d":`M250 270h320`,});} { svelteHTML.createElement("path", {    "class":`lid`,"d":`M376 258h56v40h-56zM394 298h20l-6 18h-8z`,});}
     { svelteHTML.createElement("rect", {          "class":`deep`,"x":`286`,"y":`372`,"width":`248`,"height":`14`,});} { svelteHTML.createElement("path", {     "class":`glass`,"d":`M356 372v-34l24-12h48l24 12v34z`,});}
     { svelteHTML.createElement("circle", {        "class":`deep`,"cx":`660`,"cy":`250`,"r":`40`,});} { svelteHTML.createElement("circle", {        "class":`wall`,"cx":`660`,"cy":`250`,"r":`12`,});} { svelteHTML.createElement("path", {     "class":`thin`,"d":`M660 210C600 170 440 180 404 258`,});}
  } else if (family === 'cnc'){
     { svelteHTML.createElement("path", {    "class":`deep`,"d":`M136 372h540v22H136z`,});} { svelteHTML.createElement("path", {    "class":`wood`,"d":`M176 352h420v20H176z`,});}
     { svelteHTML.createElement("path", {    "class":`body`,"d":`M236 214h340v44H236zM226 214h24v158h-24zM562 214h24v158h-24z`,});} { svelteHTML.createElement("path", {     "class":`lid`,"d":`M372 204h68v96h-68zM396 300h20v30l-10 18-10-18z`,});}
     { svelteHTML.createElement("path", {    "class":`leg`,"d":`M158 394h22v38h-22zM632 394h22v38h-22z`,});} { svelteHTML.createElement("rect", {           "class":`screen`,"x":`612`,"y":`240`,"width":`56`,"height":`40`,});} { svelteHTML.createElement("circle", {        "class":`stop`,"cx":`640`,"cy":`304`,"r":`10`,});}
  } else if (family === 'textile'){
     { svelteHTML.createElement("path", {    "class":`deep`,"d":`M136 382h540v16H136z`,});} { svelteHTML.createElement("path", {     "class":`body`,"d":`M216 212h330a20 20 0 0 1 20 20v60h-60v-24H296v86h280v28H216z`,});}
     { svelteHTML.createElement("path", {    "class":`lid`,"d":`M506 292h60v24h-60z`,});} { svelteHTML.createElement("path", {    "class":`thin`,"d":`M536 316v44`,});} { svelteHTML.createElement("path", {     "class":`glass`,"d":`M300 352h230v30H300z`,});} { svelteHTML.createElement("circle", {        "class":`deep`,"cx":`590`,"cy":`246`,"r":`22`,});}
     { svelteHTML.createElement("path", {    "class":`leg`,"d":`M158 398h18v34h-18zM636 398h18v34h-18z`,});}
  }else{
     { svelteHTML.createElement("path", {    "class":`wood`,"d":`M136 330h548v26H136z`,});} { svelteHTML.createElement("path", {    "class":`body`,"d":`M256 232h128v98H256zM440 262h150v68H440z`,});}
     { svelteHTML.createElement("path", {    "class":`lid`,"d":`M272 248h96v40h-96z`,});} { svelteHTML.createElement("rect", {          "class":`screen`,"x":`456`,"y":`278`,"width":`60`,"height":`36`,});} { svelteHTML.createElement("circle", {         "class":`stop`,"cx":`556`,"cy":`296`,"r":`12`,});}
     { svelteHTML.createElement("path", {    "class":`leg`,"d":`M166 356h20v76h-20zM634 356h20v76h-20zM186 400h448v10H186z`,});}
  }
   { svelteHTML.createElement("rect", {          "class":`plate`,"x":`158`,"y":`284`,"width":`132`,"height":`30`,});} { svelteHTML.createElement("circle", {        "class":`rivet`,"cx":`165`,"cy":`299`,"r":`2`,});} { svelteHTML.createElement("circle", {         "class":`rivet`,"cx":`283`,"cy":`299`,"r":`2`,});} { svelteHTML.createElement("text", {     "x":`224`,"y":`304`,"text-anchor":`middle`,});code; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MachineDrawing__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MachineDrawing__SvelteComponent_ = ReturnType<typeof MachineDrawing__SvelteComponent_>;
/*Ωignore_endΩ*/export default MachineDrawing__SvelteComponent_;