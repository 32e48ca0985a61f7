<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>LandscapeLabels</name>
    <message>
        <source>xy = s: infinitely many minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinitely many minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xy = s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xy = s − τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s − τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stops where
it met the valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
keeps drifting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
has settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: drag it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c = %1: ‖X‖²/‖Y‖² %2 → %3
release to move %4, Esc to leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted limit of %1
γ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted limit
γ = √(d₁σ₁²/d₂σ₂²) = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted limit
γ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new start: θ₀ = %1, p₀/s = %2
release to run from here, Esc to keep the old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>%1 diverges from all eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverges from %2 of them, and ends at %3 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends at (%2, %3) from all eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends at %2 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: loss %3, ratio %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Eight starts: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NormPlaneLabels</name>
    <message>
        <source>‖X‖‖Y‖ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2: exact minima lie on it and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2: infinitely many minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted Σσₖ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σσₖ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ(sₖ − τ)₊ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ(sₖ − τ)₊</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s₁ − τ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s₁ − τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖ = γ‖Y‖, γ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + … + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖ = %1, ‖Y‖ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2
‖X‖/‖Y‖ = %3, ‖X‖‖Y‖ = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
predicted limit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted limit of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
‖X‖²/‖Y‖² = %1 at its η, and γ² = %2 as η → 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact minima, XYᵀ = M%1 (the best of rank %2), have ‖X‖‖Y‖ ≥ ‖M%1‖⁎ = %3 = %4,
with equality where XᵀX = γ²YᵀY: they lie on this curve and above it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact minima, XYᵀ = M₁ (the best of rank 1), have ‖X‖‖Y‖ = %1 = %2:
all of this curve, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghost %1 ended at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖ = γ‖Y‖ with γ = %1: the ratio that the noise leads to as η → 0, where XᵀX = γ²YᵀY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the predicted limit XYᵀ has the singular values (sₖ − τ)₊ as η → 0:
‖X‖‖Y‖ is their sum, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖‖Y‖ = %1, the sum of the singular values that are predicted for XYᵀ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PcaPlane</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reduced engine keeps no X and Y, only the few numbers that the loss depends on. Set &quot;engine&quot;: &quot;full&quot; in the experiment&apos;s file and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X and Y have (d₁ + d₂)·r = %1 entries; their states are kept up to %2. Choose a smaller matrix or rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC%1 (%2 of the variance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC1 %1, PC2 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA of %1 states: %2 and %3 of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QApplication</name>
    <message>
        <source>Watch noise choose the minimum of a matrix factorization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment (.hyperdrift) or a matrix (.csv) to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson: its id (03-noise-chooses, or without the number), or the path of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this step on, 1 is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or projector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window to OUT.png and leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window for --screenshot (1440x900).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations done before --screenshot (2500).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one FILE can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme must be light, dark or projector, but is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lesson needs the name of a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lesson-step must be a whole number ≥ 1, with --lesson, but is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--screenshot needs the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size must be WxH, from 320x240 to 16384x16384, but is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--steps must be a whole number ≥ 0, but is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display; hyperdrift-cli runs experiments without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system, en or zh_CN; remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language must be system, en or zh_CN, but is %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved work of %1 can&apos;t be restored: its file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved work of %1 can&apos;t be restored: its file is damaged. It is kept as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no lesson %1; there are %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpectrumLabels</name>
    <message>
        <source>σ%1(XYᵀ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1 − τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − τ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted%1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out at rank %1: loss ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out at rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: XYᵀ has rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ghost %1 ended at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLabels</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePictures</name>
    <message>
        <source>least of all minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2/η =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 2/η =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise-weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁² tr H_XX + σ₂² tr H_YY = a‖X‖² + b‖Y‖², a = d₂σ₂², b = d₁σ₁²: what perturbed GD makes small. Its least value over all minima is 2√(ab) Σsₖ, k ≤ r. A run without such noise is weighed with that of the first run that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise-weighted trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has noise to weigh with. Give one perturbed GD or regularized GD, or choose the trace or λₘₐₓ above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tr ∇²F = d₂‖X‖² + d₁‖Y‖². Its least value over all minima is 2√(d₁d₂) Σsₖ, k ≤ r, where XᵀX = (d₁/d₂) YᵀY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λₘₐₓ(∇²F), the sharpness: ‖X‖₂² + ‖Y‖₂² at a minimum. Its least value over all minima is 2s₁, where XᵀX = YᵀY; the limit of perturbed GD is no exact minimum and lies below. Above 2/η a minimum is unstable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted path ± sd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: conserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D = ‖X‖² − ‖Y‖². GD conserves it up to O(η²); the noise leads it to one value from any start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖²/‖Y‖². The noise leads it to γ² = d₁σ₁²/(d₂σ₂²) as η → 0; 1 is balanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ratio while Y = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖XᵀX − γ²YᵀY‖/‖XᵀX‖, how far it is to XᵀX = γ²YᵀY, to which the noise leads. γ = 1 for a run whose noise chooses no γ. Predicted: of the means, at rank 1 with their spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gap while X = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>universal curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ* = ln γ =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θₖ = ½ ln(‖Xᵀuₖ‖²/‖Yᵀvₖ‖²) of the singular directions k. In the valley noise moves them all by one law, θ′ = −2ητ sinh(θ−θ*)/cosh θ, to θ* = ln γ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θₖ is undefined while X or Y has no part along its singular direction, as at a start of 0: choose another start, or press Play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted floor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least possible loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F(X, Y) = ½‖XYᵀ − M‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatness by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ensembleText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise and start varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: ratio %1, from %2 to %3 in nine of ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of an older experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to t = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: ratio %2, ‖X‖ %3, ‖Y‖ %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ghostTitle</name>
    <message>
        <source>left at t = %1, went to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1, to t = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Autosave</name>
    <message>
        <source>Unsaved work can&apos;t be kept safe: the folder %1 can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work can&apos;t be kept safe: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ChipChoice</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleBar</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the ensemble that is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the experiment is run. Member 0 is the experiment itself; in member i the seeds of what varies are i greater.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each member has noise of its own, and the same start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each member has a start of its own (an aligned one: θ₀ uniform in ±|θ₀|), and the same noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each member has noise and a start of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment that is shown so many times, its edits included, to the end of the time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an ensemble</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleFan</name>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fan of the imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fan opens when all members have ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line and shade: median of the members, and where nine of ten are. Dashed: predicted mean of ‖X‖² − ‖Y‖², and ± 1.64 sd, as noise builds it up from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line and shade: median of the members, and where nine of ten are. Dashed: the predicted limit of ‖X‖² − ‖Y‖², and ± 1.64 sd once stationary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median and 5–95 % of the members; dashed: predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5–95 %; dashed: predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleHistogram</name>
    <message>
        <source>‖X‖²/‖Y‖² at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the final ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each where its start leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis. Dashed: the predicted limit %2, and the normal curve of ln(‖X‖²/‖Y‖²) = 2θ with the sd that theory has once stationary, 2 sd(θ) = %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleLimits</name>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least ‖X‖‖Y‖ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact minima: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted limit of %1, on the ray ‖X‖ = γ‖Y‖: ‖X‖ = %2, ‖Y‖ = %3, ‖X‖²/‖Y‖² = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖‖Y‖ = s₁ + … + s_r = %1: the exact minima at rank 1; at a higher rank they lie on it and above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleRunner</name>
    <message>
        <source>Members %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member %1 was not opened: the experiment has been changed since its ensemble was run. Run the ensemble again to open its members.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleView</name>
    <message>
        <source>Arrow keys go from member to member, Enter or a click opens one as the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where each member ends: (‖X‖, ‖Y‖)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many members end at which ‖X‖²/‖Y‖², beside ratio ± 2 ratio sd(θ) of theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖² over time: median, 5 % and 95 % of the members, beside mean ± 1.64 sd of theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the present experiment many times over, with other noise or starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first members are on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 members of this experiment, to t&#xa0;=&#xa0;%2, to see where they end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where many runs of the experiment end: (‖X‖, ‖Y‖) of each beside the minima ‖X‖‖Y‖ = s at rank 1, the final ratio ‖X‖²/‖Y‖², and ‖X‖² − ‖Y‖² over time, from 5 to 95 % of the members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: ratio %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ExperimentPanel</name>
    <message>
        <source>Add run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply on reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset and apply the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more run from the same start; applies on reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies on reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::FileActions</name>
    <message>
        <source>Hyperdrift experiments (*.hyperdrift)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments and matrices (*.hyperdrift *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 had been deleted or moved. It was written anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program or window since it was opened or saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved what was running before. What is being prepared is not in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved what is running. The changes that apply on reset are not in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GhostList</name>
    <message>
        <source>Kept for comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GhostRow</name>
    <message>
        <source>Kept until you dismiss it; press to keep it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it until you dismiss it, over resets too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it again, in place of the runs that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GuessOverlay</name>
    <message>
        <source>your guess</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::HeatMaps</name>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: mean %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M, %1, means of blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual XYᵀ − M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, γ² = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M = U diag(s) Vᵀ, the matrix that is factored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XYᵀ, on the scale of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R = XYᵀ − M; the loss is ½‖R‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XᵀX − γ²YᵀY: 0 at the minimum that the noise chooses; γ² = %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XᵀX − YᵀY: conserved by GD up to O(η²); this method has no γ of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reduced engine keeps no matrices, only the few numbers that the loss depends on. Set &quot;engine&quot;: &quot;full&quot; in the experiment&apos;s file and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run whose matrices are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run whose X and Y are shown: XYᵀ, XYᵀ − M, XᵀX − γ²YᵀY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M = U diag(s) Vᵀ, XYᵀ, the residual XYᵀ − M (the loss is ½‖XYᵀ − M‖²) and XᵀX − γ²YᵀY, which is
0 at the minimum that the noise chooses, γ² = d₁σ₁²/(d₂σ₂²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: M is %1, entries of the residual are at most %2, of %3 at most %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: M is %1, means of blocks of the residual are at most %2, of %3 at most %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::IntegerEdit</name>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be ≥ %1 and ≤ %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::KeyList</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LandscapeControls</name>
    <message>
        <source>Eight starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F̃ noise-smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singular direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run from eight starts on both sides of the valley. GD keeps ‖X‖² − ‖Y‖² of each, and ends at eight points; perturbed GD ends where XᵀX = γ²YᵀY from all of them. Click again to take them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss as the noise makes it: what perturbed GD descends on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LandscapeView</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>u%1ᵀX (alignment of X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1ᵀY (alignment of Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F = ½(s − xy)² in the plane of one pair of singular vectors, x = uₖᵀX, y = vₖᵀY. The valley is xy = s. F̃ = F + (a/2)x² + (b/2)y², a = d₂σ₂², b = d₁σ₁²: what the noise makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag %1 along its curve of equal loss, xy = const: X ← cX, Y ← Y/c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the start anywhere: the runs start again from there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LessonDesk</name>
    <message>
        <source>The lesson %1 can&apos;t be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson holds this at its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click in “%1” where %2 will end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw in “%1” the curve that you expect of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LessonPanel</name>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for the lecturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before, as it ended (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveals the answer (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To where this step ends, at once (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ListEdit</name>
    <message>
        <source>“%1”: numbers are wanted, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::MainWindow</name>
    <message>
        <source>The lesson holds the start where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the matrix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 – t = %3 – Hyperdrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made with %2, and %3 computes here: its numbers may differ by rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperdrift-cli run --isa %1 gives those seen then to the bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperdrift-cli run --isa baseline gives the same bits on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave the lesson	Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;matrix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause	Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step	→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back	←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start	Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the present	End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this run	P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset	R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed	Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as fast	+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half as fast	−</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise picture %1	%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight starts	8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation	F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen	F11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture 1 alone, and back; 2 to 4 likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lesson&apos;s next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lesson&apos;s step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentation: pictures alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves presentation and full screen, then the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys	?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::NormPlane</name>
    <message>
        <source>‖X‖ (size of X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖Y‖ (size of Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖ = √(Σ Xᵢⱼ²), the Frobenius norm; likewise ‖Y‖: exact minima lie on the curve ‖X‖‖Y‖ = s at rank 1; the noise leads to the ray ‖X‖ = γ‖Y‖.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖ %1, ‖Y‖ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::NumberEdit</name>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number. In force: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be %1. In force: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 and ≤ %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2
%3; double click on the slider: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PcaPlane</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted limit of %1: %2
X = x u₁, Y = y v₁, up to a common sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = (vec X, vec Y), all entries of X and Y. PCₖ = qₖᵀ(z − z̄), where q₁, q₂ are the first
eigenvectors of Σ(zᵢ − z̄)(zᵢ − z̄)ᵀ over the recorded states of all runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PictureFrame</name>
    <message>
        <source>Maximise or restore	%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the picture that stands here; key %1 maximises it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PictureSet</name>
    <message>
        <source>Eight starts are the landscape&apos;s: choose it in the title of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PlotView</name>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the axes follow the data again (double click)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ProblemPanel</name>
    <message>
        <source>rows d₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns of X and Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values of M, from the largest down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws the singular vectors U and V of M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale to s₁ = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the matrix M comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris, 150 × 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographer, 96 × 128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open matrix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract each column&apos;s mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply M so that its largest singular value is 1 and η keeps its meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ReadoutPanel</name>
    <message>
        <source>‖X‖²/‖Y‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of the factors&apos; squared norms; perturbed GD goes to about γ² = d₁σ₁²/(d₂σ₂²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F = ½‖XYᵀ − M‖²; predicted is its mean once the run is stationary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness λ&lt;sub&gt;max&lt;/sub&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest eigenvalue of the Hessian ∇²F: the sharpness here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalance ‖X‖² − ‖Y‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖²: kept by GD, forgotten by perturbed GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;measured&lt;/b&gt; | predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, measured: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, predicted: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RestoreOffer</name>
    <message>
        <source>Hyperdrift ended unexpectedly. Restore %1 as it was at t = %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More unsaved work is in the File menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2, t = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work has been restored in another window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RuleLine</name>
    <message>
        <source>step from ∇F(X, Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F(X+ξ₁, Y+ξ₂)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F̃(X, Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) + σζ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) with M + N(0, ν²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) over n entries drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step from ∇F at (X, Y) + δ∇F/‖∇F‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁ = σ₂ = 0: plain GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ² needs both σ₁ and σ₂ &gt; 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ² = d₁σ₁²/(d₂σ₂²) = %1·%2/(%3·%4) = %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no noise: ‖X‖² − ‖Y‖² stays what it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it chooses nothing: ‖X‖² − ‖Y‖² diffuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖²/‖Y‖² goes to d₁/d₂ = %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖² freezes once M is interpolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it balances: ‖X‖² − ‖Y‖² goes to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step, and the ratio that the noise selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunBar</name>
    <message>
        <source>%1 M / s</source>
        <comment>M: million</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>a rate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with the same seed (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One iteration (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other noise and start again (Shift+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second, from 1 to as fast as it goes (+ and −); double click: auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow at first, then ever faster: max(25, 0.4 t) iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations, and the same in time constants (a+b)/(4ηab) of the slowest run;
when a parameter changes, the time before it counts in the constants it passed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the noise; Enter starts again with the one typed, leaving the box keeps it for the next reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seed is a whole number ≥ 0 and &lt; 2⁵³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second that this machine reaches; %1 are wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 t.c.</source>
        <comment>t.c. is short for time constants</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 time constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunController</name>
    <message>
        <source>%1 diverged at iteration %2 with η = %3. A smaller step stays stable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use η = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has diverged and can&apos;t be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes with the next reset and can&apos;t be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not moved along the valley: c %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pin yet: press Play first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight runs are pinned: dismiss one to make room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunMark</name>
    <message>
        <source>Colour and marker of run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunPanel</name>
    <message>
        <source>step size, per iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the noise in X&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the noise in Y&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lock d₁σ₁² = d₂σ₂²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s name; click to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this run; applies on reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method of run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock balance: moving one σ moves the other, so that perturbed GD ends balanced: ‖X‖ = ‖Y‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of the noise of run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of the noise, scaled to σ: the limit does not depend on it, the band&apos;s width does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark: stable up to η = %1 at the predicted limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annealing, σ² falls as t₀/(t₀+t); 0 keeps it, iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the noise in M&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries drawn at each iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far up the gradient is taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunWorker</name>
    <message>
        <source>The unsaved work was not restored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned run “%1” was not recorded again: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ghost “%1” was not recorded again: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Spectrum</name>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σₖ(XYᵀ), sₖ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis, for singular values of many sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σₖ(XYᵀ): the k-th singular value of XYᵀ; sₖ: of M. Noise leads to (sₖ − τ)₊ with τ = σ₁σ₂√(d₁d₂), as η → 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: singular values %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::StartPanel</name>
    <message>
        <source>θ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start&apos;s log ratio ½ ln(‖Xᵀu‖²/‖Yᵀv‖²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p₀/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start&apos;s product over s: 1 lies in the valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start&apos;s log ratio, one for each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start&apos;s product over s, one for each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of X&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of Y&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the orthonormal columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries given in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws the start&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where all runs start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::TimePlot</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic time axis: equal widths for equal ratios of t, from t = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show t = %1 (← and → step, Home is the start, End the present)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded, once there is something</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ValleyProfile</name>
    <message>
        <source>Valley profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height = sharpness the noise feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness the noise feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpness felt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ* = ln γ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ* = ln γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat: nowhere to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat: V says nothing of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*), the loss that the noise adds along the minima uv = s²: θ = ½ ln(u/v), τ = √(ab), θ* = ln γ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: log ratio %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, bottom of the bowl at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the valley is flat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>issueText</name>
    <message>
        <source>rows d₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the problem&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the matrix&apos;s scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s θ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s p₀/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s sd X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s sd Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annealing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a parameter, a run</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>the start has no part along the singular directions: GD stays on the saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η is past 2/(‖X‖₂²+‖Y‖₂²): the minimum that the start leads to is unstable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond rank 1, theory gives norms for aligned or balanced starts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise on the gradient chooses nothing: the imbalance drifts by η²r(d₁σ₁²−d₂σ₂²) an iteration and diffuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η or ν is too large for theory to give a limit of label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of label noise, theory gives no band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of label noise, theory gives no band, and a loss floor only for an M of rank r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry sampling can&apos;t interpolate an M of higher rank than the factors&apos;: theory gives no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry sampling keeps its imbalance once it interpolates; on the way there it moves by O(η)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of SAM, theory speaks for aligned starts at rank 1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAM bounces across the valley; theory says how high at most, not how high in the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond rank 1, theory gives no band of θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory gives the loss floor only where all r directions survive the noise and s_r &gt; s_{r+1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annealed: what is left of the imbalance decays as (1+t/t0)^(−t0/T) only, T the time constant; t0 ≥ 4T gets there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of σ₁, σ₂ is 0: the smoothed loss has no minimizer, the imbalance drifts without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁σ₂√(d₁d₂) ≥ s₁: the noise makes everything collapse to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η is too large for the mean to come to rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>prose</name>
    <message>
        <source>. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runTitle</name>
    <message>
        <source>GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perturbed GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GD on F̃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rademacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowly vanishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quickly vanishing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perturbed GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularized GD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rademacher noise (±σ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplace noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero, the saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>undoText</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale to s₁ = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows d₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the problem&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p₀/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open member %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag along the valley, X × %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
