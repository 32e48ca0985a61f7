<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Animation</name>
    <message>
        <source>an animation must be %1 to %2 pixels wide and high, but is %3 × %4</source>
        <translation>动画的宽和高必须为 %1 到 %2 像素，但却是 %3 × %4</translation>
    </message>
    <message>
        <source>frames a second must be from %1 to %2, but are %3</source>
        <translation>每秒帧数必须在 %1 到 %2 之间，但却是 %3</translation>
    </message>
    <message>
        <source>an animation must have %1 to %2 frames, but %3 seconds of %4 a second are others</source>
        <translation>动画必须有 %1 到 %2 帧，但 %3 秒、每秒 %4 帧不在此范围内</translation>
    </message>
    <message>
        <source>the first iteration must be from 0 to the last one, %1, but is %2</source>
        <translation>第一帧的迭代必须在 0 到最后一帧的 %1 之间，但却是 %2</translation>
    </message>
    <message>
        <source>ffmpeg was not found: install it (Debian: apt install ffmpeg) to write animations</source>
        <translation>未找到 ffmpeg：请安装它（Debian：apt install ffmpeg）以写出动画</translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation>MP4 视频 (*.mp4)</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF 动图 (*.gif)</translation>
    </message>
</context>
<context>
    <name>FigureFile</name>
    <message>
        <source>Figures (%1)</source>
        <translation>图 (%1)</translation>
    </message>
</context>
<context>
    <name>FigurePixels</name>
    <message>
        <source>a PNG figure must be ≤ %1 pixels wide and high, but would be %2 × %3</source>
        <translation>PNG 图的宽和高必须 ≤ %1 像素，但将是 %2 × %3</translation>
    </message>
    <message>
        <source>a PNG figure must have ≤ %1 pixels, but would have %2 × %3 = %4</source>
        <translation>PNG 图的像素数必须 ≤ %1，但将是 %2 × %3 = %4</translation>
    </message>
</context>
<context>
    <name>FigureSheet</name>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
</context>
<context>
    <name>LandscapeLabels</name>
    <message>
        <source>xy = s: infinitely many minima</source>
        <translation>xy = s：无穷多个极小值</translation>
    </message>
    <message>
        <source>infinitely many minima</source>
        <translation>无穷多个极小值</translation>
    </message>
    <message>
        <source>xy = s</source>
        <translation>xy = s</translation>
    </message>
    <message>
        <source>xy = s − τ</source>
        <translation>xy = s − τ</translation>
    </message>
    <message>
        <source>s − τ</source>
        <translation>s − τ</translation>
    </message>
    <message>
        <source>%1 stops where
it met the valley</source>
        <translation>%1
停在初遇谷底之处</translation>
    </message>
    <message>
        <source>%1
keeps drifting</source>
        <translation>%1
仍在漂移</translation>
    </message>
    <message>
        <source>%1
has settled</source>
        <translation>%1
已经稳定</translation>
    </message>
    <message>
        <source>%1 has diverged</source>
        <translation>%1已发散</translation>
    </message>
    <message>
        <source>same start</source>
        <translation>同一起点</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>%1: drag it</source>
        <translation>%1：可拖动</translation>
    </message>
    <message>
        <source>c = %1: ‖X‖²/‖Y‖² %2 → %3
release to move %4, Esc to leave it</source>
        <translation>c = %1：‖X‖²/‖Y‖² %2 → %3
松手即移动%4，按 Esc 放弃</translation>
    </message>
    <message>
        <source>predicted limit of %1
γ = %2</source>
        <translation>%1的预测极限
γ = %2</translation>
    </message>
    <message>
        <source>predicted limit
γ = √(d₁σ₁²/d₂σ₂²) = %1</source>
        <translation>预测极限
γ = √(d₁σ₁²/d₂σ₂²) = %1</translation>
    </message>
    <message>
        <source>predicted limit
γ = %1</source>
        <translation>预测极限
γ = %1</translation>
    </message>
    <message>
        <source>new start: θ₀ = %1, p₀/s = %2
release to run from here, Esc to keep the old</source>
        <translation>新起点：θ₀ = %1，p₀/s = %2
松手即从此处运行，按 Esc 保留原起点</translation>
    </message>
    <message>
        <source>%1 stays where
it was moved to</source>
        <translation>%1
停在移到之处</translation>
    </message>
    <message>
        <source>%1
has stopped</source>
        <translation>%1
已停下</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>%1 diverges from all eight</source>
        <translation>%1从八个起点全部发散</translation>
    </message>
    <message>
        <source>%1 diverges from %2 of them, and ends at %3 places</source>
        <translation>%1从其中 %2 个起点发散，其余停在 %3 处</translation>
    </message>
    <message>
        <source>%1 ends at (%2, %3) from all eight</source>
        <translation>%1从八个起点都到达 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 ends at %2 places</source>
        <translation>%1停在 %2 处</translation>
    </message>
    <message>
        <source>%1, iteration %2: loss %3, ratio %4</source>
        <translation>%1，第 %2 次迭代：损失 %3，比值 %4</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
    <message>
        <source> Eight starts: %1.</source>
        <translation>八个起点：%1。</translation>
    </message>
</context>
<context>
    <name>NormPlaneLabels</name>
    <message>
        <source>‖X‖‖Y‖ = %1</source>
        <translation>‖X‖‖Y‖ = %1</translation>
    </message>
    <message>
        <source>%1 = %2: exact minima lie on it and above</source>
        <translation>%1 = %2：精确极小值在线上及其上方</translation>
    </message>
    <message>
        <source>%1 = %2: infinitely many minima</source>
        <translation>%1 = %2：无穷多个极小值</translation>
    </message>
    <message>
        <source>predicted Σσₖ = %1</source>
        <translation>预测 Σσₖ = %1</translation>
    </message>
    <message>
        <source>Σσₖ</source>
        <translation>Σσₖ</translation>
    </message>
    <message>
        <source>Σ(sₖ − τ)₊ = %1</source>
        <translation>Σ(sₖ − τ)₊ = %1</translation>
    </message>
    <message>
        <source>Σ(sₖ − τ)₊</source>
        <translation>Σ(sₖ − τ)₊</translation>
    </message>
    <message>
        <source>s₁ − τ = %1</source>
        <translation>s₁ − τ = %1</translation>
    </message>
    <message>
        <source>s₁ − τ</source>
        <translation>s₁ − τ</translation>
    </message>
    <message>
        <source>‖X‖ = γ‖Y‖, γ = %1</source>
        <translation>‖X‖ = γ‖Y‖，γ = %1</translation>
    </message>
    <message>
        <source>γ = %1</source>
        <translation>γ = %1</translation>
    </message>
    <message>
        <source>%1 + … + %2</source>
        <translation>%1 + … + %2</translation>
    </message>
    <message>
        <source>predicted limit</source>
        <translation>预测极限</translation>
    </message>
    <message>
        <source>same start</source>
        <translation>同一起点</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>‖X‖ = %1, ‖Y‖ = %2</source>
        <translation>‖X‖ = %1，‖Y‖ = %2</translation>
    </message>
    <message>
        <source>%1: %2
‖X‖/‖Y‖ = %3, ‖X‖‖Y‖ = %4</source>
        <translation>%1：%2
‖X‖/‖Y‖ = %3，‖X‖‖Y‖ = %4</translation>
    </message>
    <message>
        <source>
predicted limit: %1</source>
        <translation>
预测极限：%1</translation>
    </message>
    <message>
        <source>Predicted limit of %1: %2</source>
        <translation>%1的预测极限：%2</translation>
    </message>
    <message>
        <source>
‖X‖²/‖Y‖² = %1 at its η, and γ² = %2 as η → 0</source>
        <translation>
在它的 η 下 ‖X‖²/‖Y‖² = %1，而 η → 0 时 γ² = %2</translation>
    </message>
    <message>
        <source>Exact minima, XYᵀ = M%1 (the best of rank %2), have ‖X‖‖Y‖ ≥ ‖M%1‖⁎ = %3 = %4,
with equality where XᵀX = γ²YᵀY: they lie on this curve and above it</source>
        <translation>精确极小值 XYᵀ = M%1（秩为 %2 的最佳逼近）满足 ‖X‖‖Y‖ ≥ ‖M%1‖⁎ = %3 = %4，
当 XᵀX = γ²YᵀY 时取等号：它们在这条曲线上及其上方</translation>
    </message>
    <message>
        <source>Exact minima, XYᵀ = M₁ (the best of rank 1), have ‖X‖‖Y‖ = %1 = %2:
all of this curve, and nothing else</source>
        <translation>精确极小值 XYᵀ = M₁（秩为 1 的最佳逼近）满足 ‖X‖‖Y‖ = %1 = %2：
恰好是整条曲线</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>起点：%1</translation>
    </message>
    <message>
        <source>Ghost %1 ended at %2</source>
        <translation>虚影 %1 停在 %2</translation>
    </message>
    <message>
        <source>‖X‖ = γ‖Y‖ with γ = %1: the ratio that the noise leads to as η → 0, where XᵀX = γ²YᵀY</source>
        <translation>‖X‖ = γ‖Y‖，γ = %1：η → 0 时噪声所趋向的比值，此时 XᵀX = γ²YᵀY</translation>
    </message>
    <message>
        <source>At the predicted limit XYᵀ has the singular values (sₖ − τ)₊ as η → 0:
‖X‖‖Y‖ is their sum, %1</source>
        <translation>η → 0 时，预测极限处 XYᵀ 的奇异值为 (sₖ − τ)₊：
‖X‖‖Y‖ 是它们的和，%1</translation>
    </message>
    <message>
        <source>‖X‖‖Y‖ = %1, the sum of the singular values that are predicted for XYᵀ</source>
        <translation>‖X‖‖Y‖ = %1，即 XYᵀ 奇异值预测值之和</translation>
    </message>
</context>
<context>
    <name>PcaPlane</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>The reduced engine keeps no X and Y, only the few numbers that the loss depends on. Set &quot;engine&quot;: &quot;full&quot; in the experiment&apos;s file and open it again.</source>
        <translation>约化引擎不保存 X 和 Y，只保存决定损失的少数几个数。请在实验文件中设置 &quot;engine&quot;: &quot;full&quot;，再重新打开。</translation>
    </message>
    <message>
        <source>X and Y have (d₁ + d₂)·r = %1 entries; their states are kept up to %2. Choose a smaller matrix or rank.</source>
        <translation>X 和 Y 共有 (d₁ + d₂)·r = %1 个元素，而状态最多保存 %2 个。请选择更小的矩阵或秩。</translation>
    </message>
    <message>
        <source>PC%1</source>
        <translation>PC%1</translation>
    </message>
    <message>
        <source>PC%1 (%2 of the variance)</source>
        <translation>PC%1（占方差 %2）</translation>
    </message>
    <message>
        <source>PC%1 (%2)</source>
        <translation>PC%1（%2）</translation>
    </message>
    <message>
        <source>PC1 %1, PC2 %2</source>
        <translation>PC1 %1，PC2 %2</translation>
    </message>
    <message>
        <source>PCA of %1 states: %2 and %3 of the variance</source>
        <translation>%1 个状态的 PCA：占方差 %2 和 %3</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1，第 %2 次迭代</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>%1 shows nothing yet.</source>
        <translation>%1还没有可显示的内容。</translation>
    </message>
    <message>
        <source>%1 copied: %2 rows of CSV</source>
        <translation>已复制%1：%2 行 CSV</translation>
    </message>
    <message>
        <source>%1 copied: a LaTeX document with a pgfplots picture</source>
        <translation>已复制%1：含 pgfplots 图的 LaTeX 文档</translation>
    </message>
    <message>
        <source>Save data of a picture</source>
        <translation>保存图中数据</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未能保存 %1：%2</translation>
    </message>
    <message>
        <source>The picture&apos;s data are in %1.</source>
        <translation>图中数据已存入 %1。</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>将数据复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as TeX</source>
        <translation>复制为 TeX</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>将数据保存为 CSV…</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>导出图…</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>复制图</translation>
    </message>
    <message>
        <source>Export animation…</source>
        <translation>导出动画…</translation>
    </message>
</context>
<context>
    <name>QApplication</name>
    <message>
        <source>Watch noise choose the minimum of a matrix factorization.</source>
        <translation>看噪声如何为矩阵分解选择极小值。</translation>
    </message>
    <message>
        <source>Open a lesson: its id (03-noise-chooses, or without the number), or the path of its folder.</source>
        <translation>打开课程：课程标识（03-noise-chooses，编号可省略），或其文件夹的路径。</translation>
    </message>
    <message>
        <source>From this step on, 1 is the first.</source>
        <translation>从第几步开始，1 为第一步。</translation>
    </message>
    <message>
        <source>light, dark or projector.</source>
        <translation>light（浅色）、dark（深色）或 projector（投影）。</translation>
    </message>
    <message>
        <source>Write a picture of the window to OUT.png and leave.</source>
        <translation>把窗口截图写入 OUT.png 后退出。</translation>
    </message>
    <message>
        <source>Size of the window for --screenshot (1440x900).</source>
        <translation>--screenshot 的窗口大小 (1440x900)。</translation>
    </message>
    <message>
        <source>only one FILE can be opened</source>
        <translation>只能打开一个 FILE</translation>
    </message>
    <message>
        <source>--theme must be light, dark or projector, but is %1</source>
        <translation>--theme 必须是 light、dark 或 projector，现为 %1</translation>
    </message>
    <message>
        <source>--lesson needs the name of a lesson</source>
        <translation>--lesson 需要课程名</translation>
    </message>
    <message>
        <source>--lesson-step must be a whole number ≥ 1, with --lesson, but is %1</source>
        <translation>--lesson-step 必须是 ≥ 1 的整数，并与 --lesson 同用，现为 %1</translation>
    </message>
    <message>
        <source>--screenshot needs the name of a file</source>
        <translation>--screenshot 需要文件名</translation>
    </message>
    <message>
        <source>--size must be WxH, from 320x240 to 16384x16384, but is %1</source>
        <translation>--size 必须是 WxH，从 320x240 到 16384x16384，现为 %1</translation>
    </message>
    <message>
        <source>--steps must be a whole number ≥ 0, but is %1</source>
        <translation>--steps 必须是 ≥ 0 的整数，现为 %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>there is no display; hyperdrift-cli runs experiments without one</source>
        <translation>没有显示器；hyperdrift-cli 可在无显示器时运行实验</translation>
    </message>
    <message>
        <source>system, en or zh_CN; remembered.</source>
        <translation>system（跟随系统）、en 或 zh_CN；会被记住。</translation>
    </message>
    <message>
        <source>--language must be system, en or zh_CN, but is %1</source>
        <translation>--language 必须是 system、en 或 zh_CN，现为 %1</translation>
    </message>
    <message>
        <source>Begin with the run bar and the pictures alone.</source>
        <translation>启动时只显示运行栏与图形。</translation>
    </message>
    <message>
        <source>--%1 must be a number from %2 to %3, but is %4</source>
        <translation>--%1 必须是 %2 到 %3 之间的数，但却是 %4</translation>
    </message>
    <message>
        <source>Write a figure of the experiment, which carries it, and leave. The suffix tells the kind.</source>
        <translation>写出带有该实验的图并退出。后缀决定类型。</translation>
    </message>
    <message>
        <source>Size of its text in points (8).</source>
        <translation>文字大小，磅（8）。</translation>
    </message>
    <message>
        <source>print, light, dark or projector (print).</source>
        <translation>print、light、dark 或 projector（print）。</translation>
    </message>
    <message>
        <source>--figure must be the name of a .png, .svg or .pdf file, but is %1</source>
        <translation>--figure 必须是 .png、.svg 或 .pdf 文件名，但却是 %1</translation>
    </message>
    <message>
        <source>--plot must be dashboard, %1, but is %2</source>
        <translation>--plot 必须是 dashboard、%1，但却是 %2</translation>
    </message>
    <message>
        <source>--look must be print, light, dark or projector, but is %1</source>
        <translation>--look 必须是 print、light、dark 或 projector，但却是 %1</translation>
    </message>
    <message>
        <source>An experiment (.hyperdrift), a matrix (.csv) or a figure that carries an experiment (.png, .svg, .pdf) to open.</source>
        <translation>要打开的实验 (.hyperdrift)、矩阵 (.csv) 或带有实验的图 (.png、.svg、.pdf)。</translation>
    </message>
    <message>
        <source>Iterations done before --screenshot (2500) or --figure (the experiment&apos;s).</source>
        <translation>--screenshot（2500）或 --figure（实验自身的步数）之前进行的迭代数。</translation>
    </message>
    <message>
        <source>there is no memory for a figure of that size</source>
        <translation>内存不足，无法生成这么大的图</translation>
    </message>
    <message>
        <source>--%1 must be a whole number from 0 to 10¹², but is %2</source>
        <translation>--%1 必须是 0 到 10¹² 之间的整数，但却是 %2</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>第 %1 次迭代，共 %2 次</translation>
    </message>
    <message>
        <source>frame %1 of %2</source>
        <translation>第 %1 帧，共 %2 帧</translation>
    </message>
    <message>
        <source>Write an animation of the experiment, through ffmpeg, and leave. The suffix tells the kind.</source>
        <translation>通过 ffmpeg 写出该实验的动画并退出。后缀决定类型。</translation>
    </message>
    <message>
        <source>Iteration of its first frame (0).</source>
        <translation>其第一帧的迭代 (0)。</translation>
    </message>
    <message>
        <source>Iteration of its last one (the experiment&apos;s).</source>
        <translation>其最后一帧的迭代（实验自身的步数）。</translation>
    </message>
    <message>
        <source>Its frames a second (25).</source>
        <translation>每秒帧数 (25)。</translation>
    </message>
    <message>
        <source>How long it takes (10).</source>
        <translation>动画的秒数 (10)。</translation>
    </message>
    <message>
        <source>even, or log: iterations between frames grow by a factor (even).</source>
        <translation>even（等距），或 log：帧与帧之间的迭代数按倍数增长 (even)。</translation>
    </message>
    <message>
        <source>--animate must be the name of a .mp4 or .gif file, but is %1</source>
        <translation>--animate 必须是 .mp4 或 .gif 文件名，但却是 %1</translation>
    </message>
    <message>
        <source>--steps is for --screenshot and --figure: --animate has --to</source>
        <translation>--steps 用于 --screenshot 和 --figure：--animate 请用 --to</translation>
    </message>
    <message>
        <source>--fps must be a whole number, but is %1</source>
        <translation>--fps 必须是整数，但却是 %1</translation>
    </message>
    <message>
        <source>--spacing must be even or log, but is %1</source>
        <translation>--spacing 必须是 even 或 log，但却是 %1</translation>
    </message>
    <message>
        <source>stopped: there is no animation</source>
        <translation>已停止：没有写出动画</translation>
    </message>
    <message>
        <source>What --figure or --animate shows: dashboard, %1 (landscape).</source>
        <translation>--figure 或 --animate 显示什么：dashboard、%1 (landscape)。</translation>
    </message>
    <message>
        <source>Its width in millimetres (85; animated 160).</source>
        <translation>宽度，毫米（85；动画 160）。</translation>
    </message>
    <message>
        <source>Its height (65; animated 90).</source>
        <translation>高度（65；动画 90）。</translation>
    </message>
    <message>
        <source>Pixels to an inch of a PNG figure (300) or animation (203.2).</source>
        <translation>PNG 图 (300) 或动画 (203.2) 的每英寸像素数。</translation>
    </message>
    <message>
        <source>--%1 is for %2</source>
        <translation>--%1 用于 %2</translation>
    </message>
    <message>
        <source>--figure and --animate can&apos;t be made at once</source>
        <translation>--figure 和 --animate 不能同时使用</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The unsaved work of %1 can&apos;t be restored: its file is damaged.</source>
        <translation>无法恢复 %1 未保存的工作：文件已损坏。</translation>
    </message>
    <message>
        <source>The unsaved work of %1 can&apos;t be restored: its file is damaged. It is kept as %2.</source>
        <translation>无法恢复 %1 未保存的工作：文件已损坏，已另存为 %2。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>there is no lesson %1; there are %2</source>
        <translation>没有课程 %1；现有课程：%2</translation>
    </message>
</context>
<context>
    <name>SpectrumLabels</name>
    <message>
        <source>σ%1(XYᵀ)</source>
        <translation>σ%1(XYᵀ)</translation>
    </message>
    <message>
        <source>predicted %1 − τ</source>
        <translation>预测 %1 − τ</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1 − τ = %2</source>
        <translation>%1 − τ = %2</translation>
    </message>
    <message>
        <source>predicted%1%2</source>
        <translation>预测%1%2</translation>
    </message>
    <message>
        <source>%1
%2 = %3</source>
        <translation>%1
%2 = %3</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>left out at rank %1: loss ≥ %2</source>
        <translation>秩 %1 所舍弃：损失 ≥ %2</translation>
    </message>
    <message>
        <source>left out at rank %1</source>
        <translation>秩 %1 所舍弃</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>%1 = %2 of M</source>
        <translation>M 的 %1 = %2</translation>
    </message>
    <message>
        <source>left out: XYᵀ has rank %1</source>
        <translation>舍弃：XYᵀ 的秩为 %1</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1：%2 = %3</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>ghost %1 ended at %2</source>
        <translation>虚影 %1 停在 %2</translation>
    </message>
</context>
<context>
    <name>TimeLabels</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>▼ %1: %2</source>
        <translation>▼ %1：%2</translation>
    </message>
    <message>
        <source>▲ %1: %2</source>
        <translation>▲ %1：%2</translation>
    </message>
</context>
<context>
    <name>TimePictures</name>
    <message>
        <source>least of all minima</source>
        <translation>极小值中最小</translation>
    </message>
    <message>
        <source>2/η =</source>
        <translation>2/η =</translation>
    </message>
    <message>
        <source>%1: 2/η =</source>
        <translation>%1：2/η =</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>noise-weighted</source>
        <translation>噪声加权</translation>
    </message>
    <message>
        <source>σ₁² tr H_XX + σ₂² tr H_YY = a‖X‖² + b‖Y‖², a = d₂σ₂², b = d₁σ₁²: what perturbed GD makes small. Its least value over all minima is 2√(ab) Σsₖ, k ≤ r. A run without such noise is weighed with that of the first run that has it.</source>
        <translation>σ₁² tr H_XX + σ₂² tr H_YY = a‖X‖² + b‖Y‖²，a = d₂σ₂²，b = d₁σ₁²：扰动梯度下降所减小的量。它在所有极小值上的最小值为 2√(ab) Σsₖ，k ≤ r。没有这种噪声的运行，用第一个带噪声的运行来加权。</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>noise-weighted trace</source>
        <translation>噪声加权的迹</translation>
    </message>
    <message>
        <source>No run has noise to weigh with. Give one perturbed GD or regularized GD, or choose the trace or λₘₐₓ above.</source>
        <translation>没有可用来加权的噪声。请为某个运行选择扰动梯度下降或正则化梯度下降，或在上方选择迹或 λₘₐₓ。</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>迹</translation>
    </message>
    <message>
        <source>tr ∇²F = d₂‖X‖² + d₁‖Y‖². Its least value over all minima is 2√(d₁d₂) Σsₖ, k ≤ r, where XᵀX = (d₁/d₂) YᵀY.</source>
        <translation>tr ∇²F = d₂‖X‖² + d₁‖Y‖²。它在所有极小值上的最小值为 2√(d₁d₂) Σsₖ，k ≤ r，此时 XᵀX = (d₁/d₂) YᵀY。</translation>
    </message>
    <message>
        <source>λₘₐₓ(∇²F), the sharpness: ‖X‖₂² + ‖Y‖₂² at a minimum. Its least value over all minima is 2s₁, where XᵀX = YᵀY; the limit of perturbed GD is no exact minimum and lies below. Above 2/η a minimum is unstable.</source>
        <translation>λₘₐₓ(∇²F)，尖锐度：在极小值处为 ‖X‖₂² + ‖Y‖₂²。它在所有极小值上的最小值为 2s₁，此时 XᵀX = YᵀY；扰动梯度下降的极限不是精确极小值，因而更低。大于 2/η 时极小值不稳定。</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>尖锐度</translation>
    </message>
    <message>
        <source>predicted path ± sd</source>
        <translation>预测路径 ± 标准差</translation>
    </message>
    <message>
        <source>predicted path</source>
        <translation>预测路径</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>极限</translation>
    </message>
    <message>
        <source>%1: conserved</source>
        <translation>%1：守恒</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>D = ‖X‖² − ‖Y‖². GD conserves it up to O(η²); the noise leads it to one value from any start.</source>
        <translation>D = ‖X‖² − ‖Y‖²。梯度下降使它守恒，误差为 O(η²)；噪声则从任意起点把它带到同一个值。</translation>
    </message>
    <message>
        <source>diff.</source>
        <translation>差</translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation>不平衡量</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>‖X‖²/‖Y‖². The noise leads it to γ² = d₁σ₁²/(d₂σ₂²) as η → 0; 1 is balanced.</source>
        <translation>‖X‖²/‖Y‖²。η → 0 时噪声把它带到 γ² = d₁σ₁²/(d₂σ₂²)；等于 1 即为平衡。</translation>
    </message>
    <message>
        <source>There is no ratio while Y = 0.</source>
        <translation>Y = 0 时没有比值。</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>‖XᵀX − γ²YᵀY‖/‖XᵀX‖, how far it is to XᵀX = γ²YᵀY, to which the noise leads. γ = 1 for a run whose noise chooses no γ. Predicted: of the means, at rank 1 with their spread.</source>
        <translation>‖XᵀX − γ²YᵀY‖/‖XᵀX‖：离噪声所趋向的 XᵀX = γ²YᵀY 还有多远。噪声不选择 γ 的运行取 γ = 1。预测值按均值计算，秩为 1 时计入离散程度。</translation>
    </message>
    <message>
        <source>There is no gap while X = 0.</source>
        <translation>X = 0 时没有差距。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>universal curve</source>
        <translation>普适曲线</translation>
    </message>
    <message>
        <source>θ* = ln γ =</source>
        <translation>θ* = ln γ =</translation>
    </message>
    <message>
        <source>log ratio</source>
        <translation>对数比值</translation>
    </message>
    <message>
        <source>θₖ = ½ ln(‖Xᵀuₖ‖²/‖Yᵀvₖ‖²) of the singular directions k. In the valley noise moves them all by one law, θ′ = −2ητ sinh(θ−θ*)/cosh θ, to θ* = ln γ.</source>
        <translation>各奇异方向 k 的 θₖ = ½ ln(‖Xᵀuₖ‖²/‖Yᵀvₖ‖²)。在谷底，噪声按同一规律 θ′ = −2ητ sinh(θ−θ*)/cosh θ 推动它们，趋向 θ* = ln γ。</translation>
    </message>
    <message>
        <source>θₖ is undefined while X or Y has no part along its singular direction, as at a start of 0: choose another start, or press Play.</source>
        <translation>当 X 或 Y 在某个奇异方向上没有分量时（例如从 0 出发），θₖ 无定义：请换一个起点，或按“播放”。</translation>
    </message>
    <message>
        <source>predicted floor %1</source>
        <translation>预测下限 %1</translation>
    </message>
    <message>
        <source>least possible loss %1</source>
        <translation>可达到的最小损失 %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>F(X, Y) = ½‖XYᵀ − M‖²</source>
        <translation>F(X, Y) = ½‖XYᵀ − M‖²</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不平衡量</translation>
    </message>
    <message>
        <source>Imbalance as</source>
        <translation>不平衡量的表示</translation>
    </message>
    <message>
        <source>Flatness</source>
        <translation>平坦度</translation>
    </message>
    <message>
        <source>Flatness by</source>
        <translation>平坦度的度量</translation>
    </message>
    <message>
        <source>Log ratio</source>
        <translation>对数比值</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
</context>
<context>
    <name>copyCommand</name>
    <message>
        <source>No command says this experiment: %1. Save it, and the command names its file.</source>
        <translation>没有命令能表达这一实验：%1。保存后，命令会引用其文件。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
</context>
<context>
    <name>ensembleText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>noise varied</source>
        <translation>噪声各异</translation>
    </message>
    <message>
        <source>start varied</source>
        <translation>起点各异</translation>
    </message>
    <message>
        <source>noise and start varied</source>
        <translation>噪声和起点各异</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 个成员</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>: ratio %1, from %2 to %3 in nine of ten</source>
        <translation>：比值 %1，九成在 %2 到 %3 之间</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
    <message>
        <source>, %1 diverged</source>
        <translation>，%1 个发散</translation>
    </message>
    <message>
        <source>of an older experiment</source>
        <translation>属于先前的实验</translation>
    </message>
    <message>
        <source>%1 to t = %2</source>
        <translation>%1，运行到 t = %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 个发散</translation>
    </message>
    <message>
        <source>Member %1</source>
        <translation>成员 %1</translation>
    </message>
    <message>
        <source>%1: not at its end</source>
        <translation>%1：未到终点</translation>
    </message>
    <message>
        <source>%1: diverged</source>
        <translation>%1：发散</translation>
    </message>
    <message>
        <source>%1: ratio %2, ‖X‖ %3, ‖Y‖ %4</source>
        <translation>%1：比值 %2，‖X‖ %3，‖Y‖ %4</translation>
    </message>
    <message>
        <source>Ensemble: %1</source>
        <translation>系综：%1</translation>
    </message>
</context>
<context>
    <name>ghostTitle</name>
    <message>
        <source>left at t = %1, went to %2</source>
        <translation>在 t = %1 离开，曾到 %2</translation>
    </message>
    <message>
        <source>seed %1, to t = %2</source>
        <translation>种子 %1，到 t = %2</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::AnimationDialog</name>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>Computing: %p %</source>
        <translation>计算中：%p %</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>第 %1 帧，共 %2 帧</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未能保存 %1：%2</translation>
    </message>
    <message>
        <source>The animation is in %1.</source>
        <translation>动画已存入 %1。</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>已取消，未写入文件。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::AnimationForm</name>
    <message>
        <source>&amp;From iteration</source>
        <translation>起始迭代(&amp;F)</translation>
    </message>
    <message>
        <source>Iteration of the first frame</source>
        <translation>第一帧的迭代</translation>
    </message>
    <message>
        <source>To ite&amp;ration</source>
        <translation>结束迭代(&amp;R)</translation>
    </message>
    <message>
        <source>Iteration of the last frame</source>
        <translation>最后一帧的迭代</translation>
    </message>
    <message>
        <source>Fra&amp;mes a second</source>
        <translation>每秒帧数(&amp;M)</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Seco&amp;nds</source>
        <translation>时长（秒）(&amp;N)</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>以秒计的时长</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Ever wider</source>
        <translation>逐渐变大</translation>
    </message>
    <message>
        <source>Steps between frames</source>
        <translation>帧间步长</translation>
    </message>
    <message>
        <source>Ever wider: the iterations between frames grow, so that a fast beginning is seen beside a slow drift</source>
        <translation>逐渐变大：帧与帧之间的迭代数不断增加，使快速的开端与缓慢的漂移都能看清</translation>
    </message>
    <message>
        <source>St&amp;eps</source>
        <translation>步长(&amp;E)</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 帧</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::AnimationMaker</name>
    <message>
        <source>an animation must be a .mp4 or .gif file, but is %1</source>
        <translation>动画必须是 .mp4 或 .gif 文件，但却是 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Autosave</name>
    <message>
        <source>Unsaved work can&apos;t be kept safe: the folder %1 can&apos;t be written.</source>
        <translation>无法妥善保存未存盘的工作：文件夹 %1 不可写。</translation>
    </message>
    <message>
        <source>Unsaved work can&apos;t be kept safe: %1</source>
        <translation>无法妥善保存未存盘的工作：%1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ChipChoice</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::DecimalEdit</name>
    <message>
        <source>%1: ≥ %2 and ≤ %3</source>
        <translation>%1：≥ %2 且 ≤ %3</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数。</translation>
    </message>
    <message>
        <source>Must be ≥ %1 and ≤ %2.</source>
        <translation>必须 ≥ %1 且 ≤ %2。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleBar</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Share of the ensemble that is done</source>
        <translation>系综的完成进度</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>How many times the experiment is run. Member 0 is the experiment itself; in member i the seeds of what varies are i greater.</source>
        <translation>实验运行多少次。成员 0 就是实验本身；成员 i 中，各异部分的种子增加 i。</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>each member has noise of its own, and the same start</source>
        <translation>每个成员噪声不同，起点相同</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>each member has a start of its own (an aligned one: θ₀ uniform in ±|θ₀|), and the same noise</source>
        <translation>每个成员起点不同（对齐起点的 θ₀ 在 ±|θ₀| 内均匀分布），噪声相同</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>each member has noise and a start of its own</source>
        <translation>每个成员的噪声和起点都不同</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>哪些各异</translation>
    </message>
    <message>
        <source>Run the experiment that is shown so many times, its edits included, to the end of the time axis</source>
        <translation>把当前实验连同其改动运行这么多次，直到时间轴末端</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Stop the ensemble</source>
        <translation>停止系综</translation>
    </message>
    <message>
        <source>Run an ensemble</source>
        <translation>运行系综</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleFan</name>
    <message>
        <source>iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Fan of the imbalance</source>
        <translation>不平衡量的扇形图</translation>
    </message>
    <message>
        <source>The fan opens when all members have ended.</source>
        <translation>所有成员结束后显示扇形图。</translation>
    </message>
    <message>
        <source>Line and shade: median of the members, and where nine of ten are. Dashed: predicted mean of ‖X‖² − ‖Y‖², and ± 1.64 sd, as noise builds it up from the start</source>
        <translation>实线与阴影：各成员的中位数，以及九成成员所在的范围。虚线：‖X‖² − ‖Y‖² 的预测均值，以及噪声从起点起逐渐累积的 ± 1.64 倍标准差</translation>
    </message>
    <message>
        <source>Line and shade: median of the members, and where nine of ten are. Dashed: the predicted limit of ‖X‖² − ‖Y‖², and ± 1.64 sd once stationary</source>
        <translation>实线与阴影：各成员的中位数，以及九成成员所在的范围。虚线：‖X‖² − ‖Y‖² 的预测极限，以及平稳后的 ± 1.64 倍标准差</translation>
    </message>
    <message>
        <source>median and 5–95 % of the members; dashed: predicted</source>
        <translation>成员的中位数与 5–95%；虚线：预测</translation>
    </message>
    <message>
        <source>5–95 %; dashed: predicted</source>
        <translation>5–95%；虚线：预测</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 到 %3）</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleHistogram</name>
    <message>
        <source>‖X‖²/‖Y‖² at the end</source>
        <translation>最终的 ‖X‖²/‖Y‖²</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Histogram of the final ratio</source>
        <translation>最终比值的直方图</translation>
    </message>
    <message>
        <source>: %1 to %2</source>
        <translation>：%1 到 %2</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>each where its start leads</source>
        <translation>各随起点而定</translation>
    </message>
    <message>
        <source>%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis</source>
        <translation>%1：各成员最终 ‖X‖²/‖Y‖² 的分布，对数轴</translation>
    </message>
    <message>
        <source>%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis. Dashed: the predicted limit %2, and the normal curve of ln(‖X‖²/‖Y‖²) = 2θ with the sd that theory has once stationary, 2 sd(θ) = %3</source>
        <translation>%1：各成员最终 ‖X‖²/‖Y‖² 的分布，对数轴。虚线：预测极限 %2，以及 ln(‖X‖²/‖Y‖²) = 2θ 的正态曲线，标准差取平稳后的理论值，即 θ 标准差的两倍：%3</translation>
    </message>
    <message>
        <source>predicted after a long run %1</source>
        <translation>长期运行后预测 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleLimits</name>
    <message>
        <source>Limits</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>least ‖X‖‖Y‖ = %1</source>
        <translation>最小的 ‖X‖‖Y‖ = %1</translation>
    </message>
    <message>
        <source>exact minima: %1</source>
        <translation>精确极小值：%1</translation>
    </message>
    <message>
        <source>minima</source>
        <translation>极小值</translation>
    </message>
    <message>
        <source>Predicted limit of %1, on the ray ‖X‖ = γ‖Y‖: ‖X‖ = %2, ‖Y‖ = %3, ‖X‖²/‖Y‖² = %4</source>
        <translation>%1的预测极限，在射线 ‖X‖ = γ‖Y‖ 上：‖X‖ = %2，‖Y‖ = %3，‖X‖²/‖Y‖² = %4</translation>
    </message>
    <message>
        <source>‖X‖‖Y‖ = s₁ + … + s_r = %1: the exact minima at rank 1; at a higher rank they lie on it and above</source>
        <translation>‖X‖‖Y‖ = s₁ + … + s_r = %1：秩为 1 时即精确极小值；秩更高时，精确极小值在线上及其上方</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleRunner</name>
    <message>
        <source>Members %1</source>
        <translation>成员数：%1</translation>
    </message>
    <message>
        <source>Member %1 was not opened: the experiment has been changed since its ensemble was run. Run the ensemble again to open its members.</source>
        <translation>未打开成员 %1：运行系综之后实验已被改动。请重新运行系综，再打开其成员。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::EnsembleView</name>
    <message>
        <source>Arrow keys go from member to member, Enter or a click opens one as the experiment</source>
        <translation>用方向键在成员间移动，按回车或单击把该成员作为实验打开</translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>where each member ends: (‖X‖, ‖Y‖)</source>
        <translation>每个成员的终点：(‖X‖, ‖Y‖)</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>how many members end at which ‖X‖²/‖Y‖², beside ratio ± 2 ratio sd(θ) of theory</source>
        <translation>各成员最终 ‖X‖²/‖Y‖² 的分布，旁边是理论的 比值 ± 2 × 比值 × sd(θ)</translation>
    </message>
    <message>
        <source>Fan</source>
        <translation>扇形图</translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖² over time: median, 5 % and 95 % of the members, beside mean ± 1.64 sd of theory</source>
        <translation>‖X‖² − ‖Y‖² 随时间的变化：成员的中位数、5% 和 95% 分位数，旁边是理论的均值 ± 1.64 倍标准差</translation>
    </message>
    <message>
        <source>Picture of the ensemble</source>
        <translation>系综的图</translation>
    </message>
    <message>
        <source>Run the ensemble</source>
        <translation>运行系综</translation>
    </message>
    <message>
        <source>Run the present experiment many times over, with other noise or starts</source>
        <translation>以不同的噪声或起点多次运行当前实验</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>系综</translation>
    </message>
    <message>
        <source>The first members are on their way.</source>
        <translation>第一批成员正在运行。</translation>
    </message>
    <message>
        <source>Run %1 members of this experiment, to t&#xa0;=&#xa0;%2, to see where they end.</source>
        <translation>运行此实验的 %1 个成员，直到 t&#xa0;=&#xa0;%2，看它们停在哪里。</translation>
    </message>
    <message>
        <source>Where many runs of the experiment end: (‖X‖, ‖Y‖) of each beside the minima ‖X‖‖Y‖ = s at rank 1, the final ratio ‖X‖²/‖Y‖², and ‖X‖² − ‖Y‖² over time, from 5 to 95 % of the members.</source>
        <translation>多次运行实验的终点：各自的 (‖X‖, ‖Y‖)，旁边是秩为 1 时的极小值 ‖X‖‖Y‖ = s；最终比值 ‖X‖²/‖Y‖²；以及 ‖X‖² − ‖Y‖² 随时间的变化，取成员的 5% 到 95%。</translation>
    </message>
    <message>
        <source>%1, iteration %2: ratio %3</source>
        <translation>%1，第 %2 次迭代：比值 %3</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ExperimentPanel</name>
    <message>
        <source>Add run</source>
        <translation>添加运行</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Changes apply on reset</source>
        <translation>改动在重置后生效</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset and apply the changes</source>
        <translation>重置并应用改动</translation>
    </message>
    <message>
        <source>One more run from the same start; applies on reset</source>
        <translation>从同一起点再添加一个运行；重置后生效</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ExportDialog</name>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>Making the figure…</source>
        <translation>正在生成图…</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::FfmpegEncoder</name>
    <message>
        <source>can&apos;t write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>ffmpeg was not started: %1</source>
        <translation>ffmpeg 未能启动：%1</translation>
    </message>
    <message>
        <source>ffmpeg failed: %1</source>
        <translation>ffmpeg 失败：%1</translation>
    </message>
    <message>
        <source>ffmpeg was ended before it was done</source>
        <translation>ffmpeg 在完成之前被终止</translation>
    </message>
    <message>
        <source>ffmpeg failed with exit code %1</source>
        <translation>ffmpeg 失败，退出码 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::FigureExporter</name>
    <message>
        <source>Another figure is being made.</source>
        <translation>正在生成另一幅图。</translation>
    </message>
    <message>
        <source>%1 was not saved: a figure is a .png, .svg or .pdf file.</source>
        <translation>未能保存 %1：图必须是 .png、.svg 或 .pdf 文件。</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未能保存 %1：%2</translation>
    </message>
    <message>
        <source>there is no memory for a figure of that size</source>
        <translation>内存不足，无法生成这么大的图</translation>
    </message>
    <message>
        <source>The figure is in %1. Opened in Hyperdrift, it gives its experiment back.</source>
        <translation>图已存入 %1。用 Hyperdrift 打开它，就能得到其中的实验。</translation>
    </message>
    <message>
        <source>The figure was not copied: %1</source>
        <translation>未能复制图：%1</translation>
    </message>
    <message>
        <source>The figure was not copied: there is no memory for it.</source>
        <translation>未能复制图：内存不足。</translation>
    </message>
    <message>
        <source>Figure copied as PNG, SVG and PDF.</source>
        <translation>图已复制为 PNG、SVG 和 PDF。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::FigureForm</name>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>单栏</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>双栏</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>W&amp;idth in mm</source>
        <translation>宽，毫米(&amp;I)</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽度，毫米</translation>
    </message>
    <message>
        <source>&amp;Height in mm</source>
        <translation>高，毫米(&amp;H)</translation>
    </message>
    <message>
        <source>Height in millimetres</source>
        <translation>高度，毫米</translation>
    </message>
    <message>
        <source>Te&amp;xt in pt</source>
        <translation>字号，磅(&amp;X)</translation>
    </message>
    <message>
        <source>Size of the text in points</source>
        <translation>文字大小，磅</translation>
    </message>
    <message>
        <source>&amp;Pixels to an inch</source>
        <translation>每英寸像素(&amp;P)</translation>
    </message>
    <message>
        <source>Pixels to an inch, of PNG alone</source>
        <translation>每英寸像素数，只用于 PNG</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Le&amp;gend</source>
        <translation>图例(&amp;G)</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>全部图</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>内容(&amp;O)</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>外观(&amp;K)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>PNG: %1 × %2 pixels</source>
        <translation>PNG：%1 × %2 像素</translation>
    </message>
    <message>
        <source>Pixels to an inch</source>
        <translation>每英寸像素数</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::FileActions</name>
    <message>
        <source>Hyperdrift experiments (*.hyperdrift)</source>
        <translation>Hyperdrift 实验 (*.hyperdrift)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未能保存 %1：%2</translation>
    </message>
    <message>
        <source>%1 had been deleted or moved. It was written anew.</source>
        <translation>%1 已被删除或移走，现已重新写入。</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>文件已改动</translation>
    </message>
    <message>
        <source>%1 was changed by another program or window since it was opened or saved here.</source>
        <translation>自从在此打开或保存以来，%1 已被其他程序或窗口改动。</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Saved what was running before. What is being prepared is not in the file.</source>
        <translation>已保存之前的运行。正在准备的内容不在文件中。</translation>
    </message>
    <message>
        <source>Saved what is running. The changes that apply on reset are not in the file.</source>
        <translation>已保存正在运行的内容。重置后才生效的改动不在文件中。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的改动</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对 %1 的改动吗？</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>Experiments, figures and matrices (*.hyperdrift *.json *.png *.svg *.pdf *.csv);;All files (*)</source>
        <translation>实验、图和矩阵 (*.hyperdrift *.json *.png *.svg *.pdf *.csv);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GhostList</name>
    <message>
        <source>Kept for comparison</source>
        <translation>留作对照</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GhostRow</name>
    <message>
        <source>Kept until you dismiss it; press to keep it no longer</source>
        <translation>一直保留，直到您移除；按下则不再保留</translation>
    </message>
    <message>
        <source>Record it again, in place of the runs that are shown</source>
        <translation>重新运行它，代替当前显示的运行</translation>
    </message>
    <message>
        <source>Take it out of the pictures</source>
        <translation>从图中移除</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留%1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复%1</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>Keep it until you dismiss it, over resets too, and draw it beside
runs of another problem</source>
        <translation>保留到您移除为止，重置后仍在，
并画在其他问题的运行旁</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::GuessOverlay</name>
    <message>
        <source>your guess</source>
        <translation>您的猜测</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::HeatMaps</name>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>rows %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>columns %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2: mean %3</source>
        <translation>%1，%2：均值 %3</translation>
    </message>
    <message>
        <source>M, %1, means of blocks</source>
        <translation>M，%1，分块均值</translation>
    </message>
    <message>
        <source>Residual XYᵀ − M</source>
        <translation>残差 XYᵀ − M</translation>
    </message>
    <message>
        <source>, γ² = %1</source>
        <translation>，γ² = %1</translation>
    </message>
    <message>
        <source>M = U diag(s) Vᵀ, the matrix that is factored</source>
        <translation>M = U diag(s) Vᵀ，被分解的矩阵</translation>
    </message>
    <message>
        <source>XYᵀ, on the scale of M</source>
        <translation>XYᵀ，与 M 同一标度</translation>
    </message>
    <message>
        <source>R = XYᵀ − M; the loss is ½‖R‖²</source>
        <translation>R = XYᵀ − M；损失为 ½‖R‖²</translation>
    </message>
    <message>
        <source>XᵀX − γ²YᵀY: 0 at the minimum that the noise chooses; γ² = %1 here</source>
        <translation>XᵀX − γ²YᵀY：在噪声所选的极小值处为 0；此处 γ² = %1</translation>
    </message>
    <message>
        <source>XᵀX − YᵀY: conserved by GD up to O(η²); this method has no γ of its own</source>
        <translation>XᵀX − YᵀY：梯度下降使它守恒，误差为 O(η²)；此方法没有自己的 γ</translation>
    </message>
    <message>
        <source>The reduced engine keeps no matrices, only the few numbers that the loss depends on. Set &quot;engine&quot;: &quot;full&quot; in the experiment&apos;s file and open it again.</source>
        <translation>约化引擎不保存矩阵，只保存决定损失的少数几个数。请在实验文件中设置 &quot;engine&quot;: &quot;full&quot;，再重新打开。</translation>
    </message>
    <message>
        <source>Run whose matrices are shown</source>
        <translation>显示哪个运行的矩阵</translation>
    </message>
    <message>
        <source>The run whose X and Y are shown: XYᵀ, XYᵀ − M, XᵀX − γ²YᵀY</source>
        <translation>显示哪个运行的 X 和 Y：XYᵀ、XYᵀ − M、XᵀX − γ²YᵀY</translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>M = U diag(s) Vᵀ, XYᵀ, the residual XYᵀ − M (the loss is ½‖XYᵀ − M‖²) and XᵀX − γ²YᵀY, which is
0 at the minimum that the noise chooses, γ² = d₁σ₁²/(d₂σ₂²).</source>
        <translation>M = U diag(s) Vᵀ，XYᵀ，残差 XYᵀ − M（损失为 ½‖XYᵀ − M‖²），以及 XᵀX − γ²YᵀY，
后者在噪声所选的极小值处为 0，γ² = d₁σ₁²/(d₂σ₂²)。</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1，第 %2 次迭代</translation>
    </message>
    <message>
        <source>: M is %1, entries of the residual are at most %2, of %3 at most %4</source>
        <translation>：M 为 %1，残差的元素绝对值不超过 %2，%3 的不超过 %4</translation>
    </message>
    <message>
        <source>: M is %1, means of blocks of the residual are at most %2, of %3 at most %4</source>
        <translation>：M 为 %1，残差的分块均值绝对值不超过 %2，%3 的不超过 %4</translation>
    </message>
    <message>
        <source>XᵀX − γ²YᵀY: 0 at the minimum that the noise chooses</source>
        <translation>XᵀX − γ²YᵀY：在噪声所选的极小值处为 0</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>Ctrl+F; Enter goes on to the next place, Shift+Enter to the one before</source>
        <translation>Ctrl+F；Enter 到下一处，Shift+Enter 到上一处</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::IntegerEdit</name>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Must be ≥ %1 and ≤ %2.</source>
        <translation>必须 ≥ %1 且 ≤ %2。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LandscapeControls</name>
    <message>
        <source>Eight starts</source>
        <translation>八个起点</translation>
    </message>
    <message>
        <source>8 starts</source>
        <translation>8 起点</translation>
    </message>
    <message>
        <source>F̃ noise-smoothed</source>
        <translation>F̃ 噪声平滑</translation>
    </message>
    <message>
        <source>Singular direction</source>
        <translation>奇异方向</translation>
    </message>
    <message>
        <source>Every run from eight starts on both sides of the valley. GD keeps ‖X‖² − ‖Y‖² of each, and ends at eight points; perturbed GD ends where XᵀX = γ²YᵀY from all of them. Click again to take them away.</source>
        <translation>每个运行都从谷两侧的八个起点出发。梯度下降保持各自的 ‖X‖² − ‖Y‖²，停在八个点；扰动梯度下降从哪个起点出发都停在 XᵀX = γ²YᵀY 处。再次点击即可隐藏。</translation>
    </message>
    <message>
        <source>The loss itself</source>
        <translation>损失本身</translation>
    </message>
    <message>
        <source>The loss as the noise makes it: what perturbed GD descends on average</source>
        <translation>噪声作用下的损失：扰动梯度下降在平均意义上所下降的函数</translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation>方向 %1</translation>
    </message>
    <message>
        <source>F̃ smoothed</source>
        <translation>F̃ 平滑</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LandscapeView</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形图</translation>
    </message>
    <message>
        <source>u%1ᵀX (alignment of X)</source>
        <translation>u%1ᵀX（X 的分量）</translation>
    </message>
    <message>
        <source>v%1ᵀY (alignment of Y)</source>
        <translation>v%1ᵀY（Y 的分量）</translation>
    </message>
    <message>
        <source>F = ½(s − xy)² in the plane of one pair of singular vectors, x = uₖᵀX, y = vₖᵀY. The valley is xy = s. F̃ = F + (a/2)x² + (b/2)y², a = d₂σ₂², b = d₁σ₁²: what the noise makes of it.</source>
        <translation>在一对奇异向量所张的平面上 F = ½(s − xy)²，x = uₖᵀX，y = vₖᵀY。谷底为 xy = s。F̃ = F + (a/2)x² + (b/2)y²，a = d₂σ₂²，b = d₁σ₁²：噪声作用下的损失。</translation>
    </message>
    <message>
        <source>Drag %1 along its curve of equal loss, xy = const: X ← cX, Y ← Y/c</source>
        <translation>沿等损失曲线 xy = 常数拖动%1：X ← cX，Y ← Y/c</translation>
    </message>
    <message>
        <source>Drag the start anywhere: the runs start again from there</source>
        <translation>可把起点拖到任意位置：所有运行将从那里重新开始</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LessonDesk</name>
    <message>
        <source>The lesson %1 can&apos;t be opened: %2</source>
        <translation>无法打开课程 %1：%2</translation>
    </message>
    <message>
        <source>The lesson holds this at its value.</source>
        <translation>本课固定了这个值。</translation>
    </message>
    <message>
        <source>Click in “%1” where %2 will end.</source>
        <translation>请在“%1”中点出%2最终会停在哪里。</translation>
    </message>
    <message>
        <source>Draw in “%1” the curve that you expect of %2.</source>
        <translation>请在“%1”中画出您预想的%2的曲线。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::LessonPanel</name>
    <message>
        <source>Reveal</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>退出课程</translation>
    </message>
    <message>
        <source>Leave the lesson (Esc)</source>
        <translation>退出课程 (Esc)</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>课程正文</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes for the lecturer</source>
        <translation>给讲课人的备注</translation>
    </message>
    <message>
        <source>The step before, as it ended (Page Up)</source>
        <translation>上一步结束时的样子 (Page Up)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1（正确）</translation>
    </message>
    <message>
        <source>Reveals the answer (Page Down)</source>
        <translation>揭晓答案 (Page Down)</translation>
    </message>
    <message>
        <source>To where this step ends, at once (Page Down)</source>
        <translation>直接跳到本步结束处 (Page Down)</translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation>下一步 (Page Down)</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ListEdit</name>
    <message>
        <source>“%1”: numbers are wanted, separated by commas.</source>
        <translation>“%1”：请输入以逗号分隔的数。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::MainWindow</name>
    <message>
        <source>The lesson holds the start where it is.</source>
        <translation>本课固定了起点的位置。</translation>
    </message>
    <message>
        <source>Preparing the matrix…</source>
        <translation>正在准备矩阵…</translation>
    </message>
    <message>
        <source>%1%2 – t = %3 – Hyperdrift</source>
        <translation>%1%2 – t = %3 – Hyperdrift</translation>
    </message>
    <message>
        <source>Open matrix</source>
        <translation>打开矩阵</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;All files (*)</source>
        <translation>逗号分隔值 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 was made with %2, and %3 computes here: its numbers may differ by rounding.</source>
        <translation>%1 由 %2 生成，而此处用 %3 计算：数值可能因舍入而略有不同。</translation>
    </message>
    <message>
        <source>hyperdrift-cli run --isa %1 gives those seen then to the bit.</source>
        <translation>hyperdrift-cli run --isa %1 可逐位重现当时的数值。</translation>
    </message>
    <message>
        <source>hyperdrift-cli run --isa baseline gives the same bits on every computer.</source>
        <translation>hyperdrift-cli run --isa baseline 在任何计算机上逐位相同。</translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson	Esc</source>
        <translation>退出课程(&amp;L)	Esc</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;matrix…</source>
        <translation>打开矩阵(&amp;M)…</translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work…</source>
        <translation>恢复未保存的工作(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Play or pause	Space</source>
        <translation>播放或暂停	空格</translation>
    </message>
    <message>
        <source>Step	→</source>
        <translation>单步	→</translation>
    </message>
    <message>
        <source>Step back	←</source>
        <translation>后退一步	←</translation>
    </message>
    <message>
        <source>To the start	Home</source>
        <translation>回到起点	Home</translation>
    </message>
    <message>
        <source>To the present	End</source>
        <translation>回到现在	End</translation>
    </message>
    <message>
        <source>Pin this run	P</source>
        <translation>固定此次运行	P</translation>
    </message>
    <message>
        <source>Reset	R</source>
        <translation>重置	R</translation>
    </message>
    <message>
        <source>New seed	Shift+R</source>
        <translation>新种子	Shift+R</translation>
    </message>
    <message>
        <source>Twice as fast	+</source>
        <translation>加速一倍	+</translation>
    </message>
    <message>
        <source>Half as fast	−</source>
        <translation>减速一半	−</translation>
    </message>
    <message>
        <source>Automatic speed</source>
        <translation>自动速度</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Maximise picture %1	%1</source>
        <translation>放大第 %1 幅图	%1</translation>
    </message>
    <message>
        <source>Eight starts	8</source>
        <translation>八个起点	8</translation>
    </message>
    <message>
        <source>Usual pictures</source>
        <translation>恢复默认的图</translation>
    </message>
    <message>
        <source>Presentation	F5</source>
        <translation>演示	F5</translation>
    </message>
    <message>
        <source>Full screen	F11</source>
        <translation>全屏	F11</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>to the present</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>twice as fast</source>
        <translation>加速一倍</translation>
    </message>
    <message>
        <source>half as fast</source>
        <translation>减速一半</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>pin this run</source>
        <translation>固定此次运行</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>picture 1 alone, and back; 2 to 4 likewise</source>
        <translation>只看第 1 幅图，再按返回；2 到 4 同理</translation>
    </message>
    <message>
        <source>eight starts</source>
        <translation>八个起点</translation>
    </message>
    <message>
        <source>a lesson&apos;s next step</source>
        <translation>课程的下一步</translation>
    </message>
    <message>
        <source>a lesson&apos;s step before</source>
        <translation>课程的上一步</translation>
    </message>
    <message>
        <source>presentation: pictures alone</source>
        <translation>演示：只显示图</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>leaves presentation and full screen, then the lesson</source>
        <translation>退出演示和全屏，再退出课程</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys	?</source>
        <translation>按键(&amp;K)	?</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>the first run along the valley: less X, more Y</source>
        <translation>第一个运行沿谷移动：X 减小，Y 增大</translation>
    </message>
    <message>
        <source>the first run along the valley: more X, less Y</source>
        <translation>第一个运行沿谷移动：X 增大，Y 减小</translation>
    </message>
    <message>
        <source>The lesson holds the seed as it is.</source>
        <translation>本课固定了种子。</translation>
    </message>
    <message>
        <source>&amp;Help	F1</source>
        <translation>帮助(&amp;H)	F1</translation>
    </message>
    <message>
        <source>&amp;About Hyperdrift</source>
        <translation>关于 Hyperdrift(&amp;A)</translation>
    </message>
    <message>
        <source>About Hyperdrift</source>
        <translation>关于 Hyperdrift</translation>
    </message>
    <message>
        <source>&lt;b&gt;Hyperdrift %1&lt;/b&gt;&lt;br&gt;Watch noise choose the minimum.</source>
        <translation>&lt;b&gt;Hyperdrift %1&lt;/b&gt;&lt;br&gt;看噪声如何选定极小值。</translation>
    </message>
    <message>
        <source>The implicit bias of noise in matrix factorization, live. Free software under the GNU General Public License, version 3 or later. It stands on Qt %1, QCustomPlot, Eigen and Random123.</source>
        <translation>实时观看矩阵分解中噪声的隐式偏置。自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。基于 Qt %1、QCustomPlot、Eigen 与 Random123。</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>the list of keys</source>
        <translation>按键列表</translation>
    </message>
    <message>
        <source>Save all data</source>
        <translation>保存全部数据</translation>
    </message>
    <message>
        <source>Save all &amp;data…</source>
        <translation>保存全部数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation>复制为命令(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>导出图(&amp;E)…</translation>
    </message>
    <message>
        <source>The lesson asks where the runs end: reveal it before an animation shows it.</source>
        <translation>课程正在提问运行的终点：请先揭晓，再导出动画。</translation>
    </message>
    <message>
        <source>Export an&amp;imation…</source>
        <translation>导出动画(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::NormPlane</name>
    <message>
        <source>‖X‖ (size of X)</source>
        <translation>‖X‖（X 的大小）</translation>
    </message>
    <message>
        <source>‖Y‖ (size of Y)</source>
        <translation>‖Y‖（Y 的大小）</translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>Norm plane</source>
        <translation>范数平面</translation>
    </message>
    <message>
        <source>‖X‖ = √(Σ Xᵢⱼ²), the Frobenius norm; likewise ‖Y‖: exact minima lie on the curve ‖X‖‖Y‖ = s at rank 1; the noise leads to the ray ‖X‖ = γ‖Y‖.</source>
        <translation>‖X‖ = √(Σ Xᵢⱼ²)，弗罗贝尼乌斯范数；‖Y‖ 同理。秩为 1 时，精确极小值在曲线 ‖X‖‖Y‖ = s 上；噪声把运行带到射线 ‖X‖ = γ‖Y‖。</translation>
    </message>
    <message>
        <source>‖X‖ %1, ‖Y‖ %2</source>
        <translation>‖X‖ %1，‖Y‖ %2</translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation>%1，第 %2 次迭代：%3</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::NumberEdit</name>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
    <message>
        <source>“%1” is not a number. In force: %2.</source>
        <translation>“%1”不是数。当前值：%2。</translation>
    </message>
    <message>
        <source>Must be %1. In force: %2.</source>
        <translation>必须 %1。当前值：%2。</translation>
    </message>
    <message>
        <source>%1 %2 and ≤ %3</source>
        <translation>%1 %2 且 ≤ %3</translation>
    </message>
    <message>
        <source>%1, a whole number</source>
        <translation>%1，整数</translation>
    </message>
    <message>
        <source>%1, not 0</source>
        <translation>%1，不为 0</translation>
    </message>
    <message>
        <source>%1: %2
%3; double click on the slider: %4</source>
        <translation>%1：%2
%3；双击滑块恢复为 %4</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PageDialog</name>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PanelSection</name>
    <message>
        <source>applies on reset</source>
        <translation>重置后生效</translation>
    </message>
    <message>
        <source>Show what is under “%1”</source>
        <translation>展开“%1”</translation>
    </message>
    <message>
        <source>Fold away what is under “%1”</source>
        <translation>折叠“%1”</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PcaPlane</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>predicted limit</source>
        <translation>预测极限</translation>
    </message>
    <message>
        <source>same start</source>
        <translation>同一起点</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Predicted limit of %1: %2
X = x u₁, Y = y v₁, up to a common sign</source>
        <translation>%1的预测极限：%2
X = x u₁，Y = y v₁，至多差一个共同的符号</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>起点：%1</translation>
    </message>
    <message>
        <source>z = (vec X, vec Y), all entries of X and Y. PCₖ = qₖᵀ(z − z̄), where q₁, q₂ are the first
eigenvectors of Σ(zᵢ − z̄)(zᵢ − z̄)ᵀ over the recorded states of all runs.</source>
        <translation>z = (vec X, vec Y)，即 X 和 Y 的全部元素。PCₖ = qₖᵀ(z − z̄)，其中 q₁、q₂ 是
Σ(zᵢ − z̄)(zᵢ − z̄)ᵀ 的前两个特征向量，对所有运行记录的状态求和。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PictureFrame</name>
    <message>
        <source>Maximise or restore	%1</source>
        <translation>放大或还原	%1</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>第 %1 幅图：%2</translation>
    </message>
    <message>
        <source>Choose the picture that stands here; key %1 maximises it.</source>
        <translation>选择此处显示的图；按 %1 键放大。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PictureSet</name>
    <message>
        <source>Eight starts are the landscape&apos;s: choose it in the title of a picture.</source>
        <translation>“八个起点”属于地形图：请在某幅图的标题处选择它。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::PlotView</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Let the axes follow the data again (double click)</source>
        <translation>让坐标轴重新跟随数据（双击）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>To be seen when the answer is told</source>
        <translation>揭晓答案后可见</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ProblemPanel</name>
    <message>
        <source>rows d₁</source>
        <translation>行数 d₁</translation>
    </message>
    <message>
        <source>rows of M</source>
        <translation>M 的行数</translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation>列数 d₂</translation>
    </message>
    <message>
        <source>columns of M</source>
        <translation>M 的列数</translation>
    </message>
    <message>
        <source>rank r</source>
        <translation>秩 r</translation>
    </message>
    <message>
        <source>columns of X and Y</source>
        <translation>X 和 Y 的列数</translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation>奇异值 s</translation>
    </message>
    <message>
        <source>singular values of M, from the largest down</source>
        <translation>M 的奇异值，从大到小</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>draws the singular vectors U and V of M</source>
        <translation>用于生成 M 的奇异向量 U 和 V</translation>
    </message>
    <message>
        <source>centre the columns</source>
        <translation>各列中心化</translation>
    </message>
    <message>
        <source>scale to s₁ = 1</source>
        <translation>缩放到 s₁ = 1</translation>
    </message>
    <message>
        <source>Where the matrix M comes from</source>
        <translation>矩阵 M 的来源</translation>
    </message>
    <message>
        <source>Synthetic matrix</source>
        <translation>合成矩阵</translation>
    </message>
    <message>
        <source>Iris, 150 × 4</source>
        <translation>鸢尾花，150 × 4</translation>
    </message>
    <message>
        <source>Photographer, 96 × 128</source>
        <translation>摄影师，96 × 128</translation>
    </message>
    <message>
        <source>Open matrix…</source>
        <translation>打开矩阵…</translation>
    </message>
    <message>
        <source>Subtract each column&apos;s mean</source>
        <translation>每列减去其均值</translation>
    </message>
    <message>
        <source>Multiply M so that its largest singular value is 1 and η keeps its meaning</source>
        <translation>缩放 M，使最大奇异值为 1，从而 η 的含义不变</translation>
    </message>
    <message>
        <source>%1: %2 × %3</source>
        <translation>%1：%2 × %3</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ReadoutPanel</name>
    <message>
        <source>‖X‖²/‖Y‖²</source>
        <translation>‖X‖²/‖Y‖²</translation>
    </message>
    <message>
        <source>Ratio of the factors&apos; squared norms; perturbed GD goes to about γ² = d₁σ₁²/(d₂σ₂²)</source>
        <translation>两个因子范数平方之比；扰动梯度下降约趋于 γ² = d₁σ₁²/(d₂σ₂²)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss F</source>
        <translation>损失 F</translation>
    </message>
    <message>
        <source>F = ½‖XYᵀ − M‖²; predicted is its mean once the run is stationary</source>
        <translation>F = ½‖XYᵀ − M‖²；预测值是运行平稳后的均值</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>尖锐度</translation>
    </message>
    <message>
        <source>sharpness λ&lt;sub&gt;max&lt;/sub&gt;</source>
        <translation>尖锐度 λ&lt;sub&gt;max&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>Largest eigenvalue of the Hessian ∇²F: the sharpness here</source>
        <translation>黑塞矩阵 ∇²F 的最大特征值：此处的尖锐度</translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation>不平衡量</translation>
    </message>
    <message>
        <source>imbalance ‖X‖² − ‖Y‖²</source>
        <translation>不平衡量 ‖X‖² − ‖Y‖²</translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖²: kept by GD, forgotten by perturbed GD</source>
        <translation>‖X‖² − ‖Y‖²：梯度下降保持它，扰动梯度下降忘掉它</translation>
    </message>
    <message>
        <source>&lt;b&gt;measured&lt;/b&gt; | predicted</source>
        <translation>&lt;b&gt;实测&lt;/b&gt; | 预测</translation>
    </message>
    <message>
        <source>%1, %2, measured: %3</source>
        <translation>%1，%2，实测：%3</translation>
    </message>
    <message>
        <source>Predicted. %1</source>
        <translation>预测值。%1</translation>
    </message>
    <message>
        <source>No prediction: %1</source>
        <translation>没有预测：%1</translation>
    </message>
    <message>
        <source>%1, %2, predicted: %3</source>
        <translation>%1，%2，预测：%3</translation>
    </message>
    <message>
        <source>diverged at %1</source>
        <translation>在 %1 处发散</translation>
    </message>
    <message>
        <source>Not shown before the answer is told.</source>
        <translation>揭晓答案前不显示。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RestoreOffer</name>
    <message>
        <source>Hyperdrift ended unexpectedly. Restore %1 as it was at t = %2?</source>
        <translation>Hyperdrift 上次意外退出。要把 %1 恢复到 t = %2 时的样子吗？</translation>
    </message>
    <message>
        <source>More unsaved work is in the File menu.</source>
        <translation>“文件”菜单中还有其他未保存的工作。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>%1 – %2, t = %3</source>
        <translation>%1 – %2，t = %3</translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work</source>
        <translation>恢复未保存的工作(&amp;U)</translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work…</source>
        <translation>恢复未保存的工作(&amp;U)…</translation>
    </message>
    <message>
        <source>This work has been restored in another window.</source>
        <translation>此工作已在另一个窗口中恢复。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RuleLine</name>
    <message>
        <source>step from ∇F(X, Y)</source>
        <translation>每步用 ∇F(X, Y)</translation>
    </message>
    <message>
        <source>step from ∇F(X+ξ₁, Y+ξ₂)</source>
        <translation>每步用 ∇F(X+ξ₁, Y+ξ₂)</translation>
    </message>
    <message>
        <source>step from ∇F̃(X, Y)</source>
        <translation>每步用 ∇F̃(X, Y)</translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) + σζ</source>
        <translation>每步用 ∇F(X, Y) + σζ</translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) with M + N(0, ν²)</source>
        <translation>每步用 ∇F(X, Y)，其中 M 换为 M + N(0, ν²)</translation>
    </message>
    <message>
        <source>step from ∇F(X, Y) over n entries drawn</source>
        <translation>每步用抽取的 n 个元素上的 ∇F(X, Y)</translation>
    </message>
    <message>
        <source>step from ∇F at (X, Y) + δ∇F/‖∇F‖</source>
        <translation>每步用 (X, Y) + δ∇F/‖∇F‖ 处的 ∇F</translation>
    </message>
    <message>
        <source>σ₁ = σ₂ = 0: plain GD</source>
        <translation>σ₁ = σ₂ = 0：普通梯度下降</translation>
    </message>
    <message>
        <source>γ² needs both σ₁ and σ₂ &gt; 0</source>
        <translation>γ² 要求 σ₁ 和 σ₂ 都 &gt; 0</translation>
    </message>
    <message>
        <source>γ² = d₁σ₁²/(d₂σ₂²) = %1·%2/(%3·%4) = %5</source>
        <translation>γ² = d₁σ₁²/(d₂σ₂²) = %1·%2/(%3·%4) = %5</translation>
    </message>
    <message>
        <source>no noise: ‖X‖² − ‖Y‖² stays what it was</source>
        <translation>没有噪声：‖X‖² − ‖Y‖² 保持不变</translation>
    </message>
    <message>
        <source>it chooses nothing: ‖X‖² − ‖Y‖² diffuses</source>
        <translation>它不做选择：‖X‖² − ‖Y‖² 扩散</translation>
    </message>
    <message>
        <source>‖X‖²/‖Y‖² goes to d₁/d₂ = %1/%2</source>
        <translation>‖X‖²/‖Y‖² 趋于 d₁/d₂ = %1/%2</translation>
    </message>
    <message>
        <source>‖X‖² − ‖Y‖² freezes once M is interpolated</source>
        <translation>完全拟合 M 后 ‖X‖² − ‖Y‖² 冻结</translation>
    </message>
    <message>
        <source>it balances: ‖X‖² − ‖Y‖² goes to 0</source>
        <translation>它趋向平衡：‖X‖² − ‖Y‖² 趋于 0</translation>
    </message>
    <message>
        <source>The step, and the ratio that the noise selects</source>
        <translation>每步的做法，以及噪声所选的比值</translation>
    </message>
    <message>
        <source>γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0</source>
        <translation>γ² 是 η → 0 时噪声所选的比值 ‖X‖²/‖Y‖²</translation>
    </message>
    <message>
        <source>too much noise: τ = √(ab) = %1 ≥ s₁, nothing of M is kept</source>
        <translation>噪声过强：τ = √(ab) = %1 ≥ s₁，M 完全丢失</translation>
    </message>
    <message>
        <source>τ = √(ab) = %1 drowns %2 of %3 directions</source>
        <translation>τ = √(ab) = %1 淹没了 %3 个方向中的 %2 个</translation>
    </message>
    <message>
        <source>γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0; with this η it is %1</source>
        <translation>γ² 是 η → 0 时噪声所选的比值 ‖X‖²/‖Y‖²；在当前 η 下为 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunBar</name>
    <message>
        <source>%1 M / s</source>
        <comment>M: million</comment>
        <translation>%1 M/秒</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>a rate</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Start again with the same seed (R)</source>
        <translation>用同一种子重新开始 (R)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>播放或暂停（空格）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One iteration (→)</source>
        <translation>一次迭代 (→)</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>Draw other noise and start again (Shift+R)</source>
        <translation>换一组噪声重新开始 (Shift+R)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Iterations a second, from 1 to as fast as it goes (+ and −); double click: auto</source>
        <translation>每秒迭代次数，从 1 到尽可能快（+ 和 −）；双击：自动</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic speed</source>
        <translation>自动速度</translation>
    </message>
    <message>
        <source>Iterations, and the same in time constants (a+b)/(4ηab) of the slowest run;
when a parameter changes, the time before it counts in the constants it passed in</source>
        <translation>迭代次数，以及折合成最慢运行的时间常数 (a+b)/(4ηab) 的个数；
参数改变时，之前的时间按当时的时间常数计算</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>噪声的种子</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the noise; Enter starts again with the one typed, leaving the box keeps it for the next reset</source>
        <translation>噪声的种子；按回车用输入的种子重新开始，离开输入框则留到下次重置</translation>
    </message>
    <message>
        <source>A seed is a whole number ≥ 0 and &lt; 2⁵³</source>
        <translation>种子是 ≥ 0 且 &lt; 2⁵³ 的整数</translation>
    </message>
    <message>
        <source>Iterations a second that this machine reaches; %1 are wanted</source>
        <translation>本机达到的每秒迭代次数；期望为 %1</translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation>每秒迭代次数</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 = %2 t.c.</source>
        <comment>t.c. is short for time constants</comment>
        <translation>%1 = %2 T</translation>
    </message>
    <message>
        <source>%1 = %2 time constants</source>
        <translation>%1 = %2 个时间常数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Slow at first, then faster, up to six time constants: max(25, 0.4 t) iterations a second</source>
        <translation>先慢后快，直到六个时间常数：每秒 max(25, 0.4 t) 次迭代</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunController</name>
    <message>
        <source>%1 diverged at iteration %2 with η = %3. A smaller step stays stable.</source>
        <translation>%1在第 %2 次迭代发散，η = %3。减小步长即可稳定。</translation>
    </message>
    <message>
        <source>Use η = %1</source>
        <translation>改用 η = %1</translation>
    </message>
    <message>
        <source>Not reset: %1</source>
        <translation>未重置：%1</translation>
    </message>
    <message>
        <source>%1 has diverged and can&apos;t be moved.</source>
        <translation>%1已发散，无法移动。</translation>
    </message>
    <message>
        <source>%1 goes with the next reset and can&apos;t be moved.</source>
        <translation>%1将在下次重置时消失，无法移动。</translation>
    </message>
    <message>
        <source>%1 was not moved along the valley: c %2</source>
        <translation>未能沿谷底移动%1：c %2</translation>
    </message>
    <message>
        <source>Nothing to pin yet: press Play first.</source>
        <translation>还没有可固定的内容：请先按“播放”。</translation>
    </message>
    <message>
        <source>Eight runs are pinned: dismiss one to make room.</source>
        <translation>已固定八次运行：请先移除一个。</translation>
    </message>
    <message>
        <source>%1 was not saved: nothing is recorded yet.</source>
        <translation>未能保存 %1：尚无记录。</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未能保存 %1：%2</translation>
    </message>
    <message>
        <source>All data are in %1.</source>
        <translation>全部数据已存入 %1。</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunMark</name>
    <message>
        <source>Colour and marker of run %1</source>
        <translation>运行 %1 的颜色和标记</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunPanel</name>
    <message>
        <source>step size, per iteration</source>
        <translation>步长，每次迭代</translation>
    </message>
    <message>
        <source>standard deviation of the noise in X&apos;s entries</source>
        <translation>X 各元素噪声的标准差</translation>
    </message>
    <message>
        <source>standard deviation of the noise in Y&apos;s entries</source>
        <translation>Y 各元素噪声的标准差</translation>
    </message>
    <message>
        <source>lock d₁σ₁² = d₂σ₂²</source>
        <translation>锁定平衡：d₁σ₁² = d₂σ₂²</translation>
    </message>
    <message>
        <source>Name of run %1</source>
        <translation>运行 %1 的名称</translation>
    </message>
    <message>
        <source>The run&apos;s name; click to change it</source>
        <translation>运行的名称；单击可修改</translation>
    </message>
    <message>
        <source>Remove run %1</source>
        <translation>移除运行 %1</translation>
    </message>
    <message>
        <source>Remove this run; applies on reset</source>
        <translation>移除此运行；重置后生效</translation>
    </message>
    <message>
        <source>Method of run %1</source>
        <translation>运行 %1 的方法</translation>
    </message>
    <message>
        <source>Lock balance: moving one σ moves the other, so that perturbed GD ends balanced: ‖X‖ = ‖Y‖</source>
        <translation>锁定平衡：移动一个 σ 时另一个随之移动，使扰动梯度下降最终平衡：‖X‖ = ‖Y‖</translation>
    </message>
    <message>
        <source>Distribution of the noise of run %1</source>
        <translation>运行 %1 的噪声分布</translation>
    </message>
    <message>
        <source>Distribution of the noise, scaled to σ: the limit does not depend on it, the band&apos;s width does</source>
        <translation>噪声的分布，标准差为 σ：极限与分布无关，带的宽度则有关</translation>
    </message>
    <message>
        <source>Mark: stable up to η = %1 at the predicted limit</source>
        <translation>刻度：在预测极限处，η 不超过 %1 时稳定</translation>
    </message>
    <message>
        <source>annealing, σ² falls as t₀/(t₀+t); 0 keeps it, iterations</source>
        <translation>退火：σ² 按 t₀/(t₀+t) 下降，0 表示不变；单位：迭代次数</translation>
    </message>
    <message>
        <source>standard deviation of the noise in M&apos;s entries</source>
        <translation>M 各元素噪声的标准差</translation>
    </message>
    <message>
        <source>entries drawn at each iteration</source>
        <translation>每次迭代抽取的元素个数</translation>
    </message>
    <message>
        <source>how far up the gradient is taken</source>
        <translation>先上坡多远再求梯度</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::RunWorker</name>
    <message>
        <source>The unsaved work was not restored: %1</source>
        <translation>未能恢复未保存的工作：%1</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>未能打开 %1：%2</translation>
    </message>
    <message>
        <source>The pinned run “%1” was not recorded again: %2</source>
        <translation>未能重新运行固定的“%1”：%2</translation>
    </message>
    <message>
        <source>The ghost “%1” was not recorded again: %2</source>
        <translation>未能重新运行虚影“%1”：%2</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Spectrum</name>
    <message>
        <source>Spectrum</source>
        <translation>奇异值谱</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>σₖ(XYᵀ), sₖ</source>
        <translation>σₖ(XYᵀ)，sₖ</translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic axis, for singular values of many sizes</source>
        <translation>对数轴，适合大小悬殊的奇异值</translation>
    </message>
    <message>
        <source>σₖ(XYᵀ): the k-th singular value of XYᵀ; sₖ: of M. Noise leads to (sₖ − τ)₊ with τ = σ₁σ₂√(d₁d₂), as η → 0.</source>
        <translation>σₖ(XYᵀ)：XYᵀ 的第 k 个奇异值；sₖ：M 的第 k 个奇异值。η → 0 时噪声导致 (sₖ − τ)₊，τ = σ₁σ₂√(d₁d₂)。</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1，第 %2 次迭代</translation>
    </message>
    <message>
        <source>: singular values %1</source>
        <translation>：奇异值 %1</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::StartPanel</name>
    <message>
        <source>θ₀</source>
        <translation>θ₀</translation>
    </message>
    <message>
        <source>start&apos;s log ratio ½ ln(‖Xᵀu‖²/‖Yᵀv‖²)</source>
        <translation>起点的对数比值 ½ ln(‖Xᵀu‖²/‖Yᵀv‖²)</translation>
    </message>
    <message>
        <source>p₀/s</source>
        <translation>p₀/s</translation>
    </message>
    <message>
        <source>start&apos;s product over s: 1 lies in the valley</source>
        <translation>起点的乘积与 s 之比：1 表示在谷底</translation>
    </message>
    <message>
        <source>start&apos;s log ratio, one for each direction</source>
        <translation>起点的对数比值，每个方向一个</translation>
    </message>
    <message>
        <source>start&apos;s product over s, one for each direction</source>
        <translation>起点的乘积与 s 之比，每个方向一个</translation>
    </message>
    <message>
        <source>sd X</source>
        <translation>X 标准差</translation>
    </message>
    <message>
        <source>standard deviation of X&apos;s entries</source>
        <translation>X 各元素的标准差</translation>
    </message>
    <message>
        <source>sd Y</source>
        <translation>Y 标准差</translation>
    </message>
    <message>
        <source>standard deviation of Y&apos;s entries</source>
        <translation>Y 各元素的标准差</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>length of the orthonormal columns</source>
        <translation>相互正交的各列的长度</translation>
    </message>
    <message>
        <source>Entries given in the file</source>
        <translation>元素由文件给出</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>draws the start&apos;s entries</source>
        <translation>用于生成起点的元素</translation>
    </message>
    <message>
        <source>Kind of start</source>
        <translation>起点的类型</translation>
    </message>
    <message>
        <source>Where all runs start</source>
        <translation>所有运行的起点</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::TimePlot</name>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>log t</source>
        <translation>log t</translation>
    </message>
    <message>
        <source>Logarithmic time axis: equal widths for equal ratios of t, from t = 1</source>
        <translation>对数时间轴：t 的比值相等则宽度相等，从 t = 1 起</translation>
    </message>
    <message>
        <source>iteration t</source>
        <translation>迭代次数 t</translation>
    </message>
    <message>
        <source>%1, iteration %2: %3</source>
        <translation>%1，第 %2 次迭代：%3</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>第 %1 次迭代，共 %2 次</translation>
    </message>
    <message>
        <source>Show t = %1 (← and → step, Home is the start, End the present)</source>
        <translation>显示 t = %1（← 和 → 单步，Home 起点，End 现在）</translation>
    </message>
    <message>
        <source>What was recorded, once there is something</source>
        <translation>有记录之后，在此显示</translation>
    </message>
</context>
<context>
    <name>hyperdrift::ui::ValleyProfile</name>
    <message>
        <source>Valley profile</source>
        <translation>谷底剖面</translation>
    </message>
    <message>
        <source>height = sharpness the noise feels</source>
        <translation>高度 = 噪声感受到的尖锐度</translation>
    </message>
    <message>
        <source>sharpness the noise feels</source>
        <translation>噪声感受到的尖锐度</translation>
    </message>
    <message>
        <source>sharpness felt</source>
        <translation>感受到的尖锐度</translation>
    </message>
    <message>
        <source>Nothing to show yet: press Play or Step.</source>
        <translation>还没有内容：请按“播放”或“单步”。</translation>
    </message>
    <message>
        <source>θ* = ln γ = %1</source>
        <translation>θ* = ln γ = %1</translation>
    </message>
    <message>
        <source>θ* = ln γ</source>
        <translation>θ* = ln γ</translation>
    </message>
    <message>
        <source>flat: nowhere to go</source>
        <translation>平坦：无处可去</translation>
    </message>
    <message>
        <source>flat: V says nothing of it</source>
        <translation>平坦：V 对它无所说明</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*), the loss that the noise adds along the minima uv = s²: θ = ½ ln(u/v), τ = √(ab), θ* = ln γ.</source>
        <translation>V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*)，噪声在极小值 uv = s² 上附加的损失：θ = ½ ln(u/v)，τ = √(ab)，θ* = ln γ。</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1，第 %2 次迭代</translation>
    </message>
    <message>
        <source>: log ratio %1</source>
        <translation>：对数比值 %1</translation>
    </message>
    <message>
        <source>, bottom of the bowl at %1</source>
        <translation>，碗底在 %1</translation>
    </message>
    <message>
        <source>, the valley is flat</source>
        <translation>，谷底是平的</translation>
    </message>
    <message>
        <source>: not shown before the answer is told</source>
        <translation>：揭晓答案前不显示</translation>
    </message>
</context>
<context>
    <name>issueText</name>
    <message>
        <source>rows d₁</source>
        <translation>行数 d₁</translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation>列数 d₂</translation>
    </message>
    <message>
        <source>rank r</source>
        <translation>秩 r</translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation>奇异值 s</translation>
    </message>
    <message>
        <source>the problem&apos;s seed</source>
        <translation>问题的种子</translation>
    </message>
    <message>
        <source>the matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>the matrix&apos;s scale</source>
        <translation>矩阵的缩放</translation>
    </message>
    <message>
        <source>the start&apos;s θ₀</source>
        <translation>起点的 θ₀</translation>
    </message>
    <message>
        <source>the start&apos;s p₀/s</source>
        <translation>起点的 p₀/s</translation>
    </message>
    <message>
        <source>the start&apos;s sd X</source>
        <translation>起点的 X 标准差</translation>
    </message>
    <message>
        <source>the start&apos;s sd Y</source>
        <translation>起点的 Y 标准差</translation>
    </message>
    <message>
        <source>the start&apos;s scale</source>
        <translation>起点的尺度</translation>
    </message>
    <message>
        <source>the start&apos;s seed</source>
        <translation>起点的种子</translation>
    </message>
    <message>
        <source>the start&apos;s X</source>
        <translation>起点的 X</translation>
    </message>
    <message>
        <source>the start&apos;s Y</source>
        <translation>起点的 Y</translation>
    </message>
    <message>
        <source>the list of runs</source>
        <translation>运行列表</translation>
    </message>
    <message>
        <source>entries per step</source>
        <translation>每步的元素个数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>noise distribution</source>
        <translation>噪声分布</translation>
    </message>
    <message>
        <source>annealing</source>
        <translation>退火</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>finite</source>
        <translation>有限</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a parameter, a run</comment>
        <translation>%2的 %1</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3</source>
        <translation>%1必须 %2，现为 %3</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>the start has no part along the singular directions: GD stays on the saddle</source>
        <translation>起点在奇异方向上没有分量：梯度下降停在鞍点</translation>
    </message>
    <message>
        <source>η is past 2/(‖X‖₂²+‖Y‖₂²): the minimum that the start leads to is unstable</source>
        <translation>η 超过 2/(‖X‖₂²+‖Y‖₂²)：起点所通向的极小值不稳定</translation>
    </message>
    <message>
        <source>beyond rank 1, theory gives norms for aligned or balanced starts only</source>
        <translation>秩大于 1 时，理论只对对齐或平衡的起点给出范数</translation>
    </message>
    <message>
        <source>noise on the gradient chooses nothing: the imbalance drifts by η²r(d₁σ₁²−d₂σ₂²) an iteration and diffuses</source>
        <translation>梯度上的噪声不做选择：不平衡量每次迭代漂移 η²r(d₁σ₁²−d₂σ₂²)，并且扩散</translation>
    </message>
    <message>
        <source>η or ν is too large for theory to give a limit of label noise</source>
        <translation>η 或 ν 太大，理论给不出标签噪声的极限</translation>
    </message>
    <message>
        <source>η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable</source>
        <translation>η 超过极限处的 2/(‖X‖₂²+‖Y‖₂²)：极限不稳定</translation>
    </message>
    <message>
        <source>of label noise, theory gives no band</source>
        <translation>对标签噪声，理论不给出带宽</translation>
    </message>
    <message>
        <source>of label noise, theory gives no band, and a loss floor only for an M of rank r</source>
        <translation>对标签噪声，理论不给出带宽；只有 M 的秩为 r 时才给出损失下限</translation>
    </message>
    <message>
        <source>entry sampling can&apos;t interpolate an M of higher rank than the factors&apos;: theory gives no limit</source>
        <translation>M 的秩高于因子的秩时，元素抽样无法完全拟合：理论给不出极限</translation>
    </message>
    <message>
        <source>entry sampling keeps its imbalance once it interpolates; on the way there it moves by O(η)</source>
        <translation>元素抽样完全拟合后不平衡量保持不变；途中的变化为 O(η)</translation>
    </message>
    <message>
        <source>of SAM, theory speaks for aligned starts at rank 1 only</source>
        <translation>对 SAM，理论只适用于秩为 1 的对齐起点</translation>
    </message>
    <message>
        <source>SAM bounces across the valley; theory says how high at most, not how high in the mean</source>
        <translation>SAM 在谷的两壁之间弹跳；理论只给出最高有多高，不给出平均值</translation>
    </message>
    <message>
        <source>beyond rank 1, theory gives no band of θ</source>
        <translation>秩大于 1 时，理论不给出 θ 的带宽</translation>
    </message>
    <message>
        <source>theory gives the loss floor only where all r directions survive the noise and s_r &gt; s_{r+1}</source>
        <translation>只有 r 个方向都经得住噪声且 s_r &gt; s_{r+1} 时，理论才给出损失下限</translation>
    </message>
    <message>
        <source>annealed: what is left of the imbalance decays as (1+t/t0)^(−t0/T) only, T the time constant; t0 ≥ 4T gets there</source>
        <translation>退火：剩余的不平衡量只按 (1+t/t0)^(−t0/T) 衰减，T 为时间常数；t0 ≥ 4T 时才能到达</translation>
    </message>
    <message>
        <source>one of σ₁, σ₂ is 0: the smoothed loss has no minimizer, the imbalance drifts without end</source>
        <translation>σ₁、σ₂ 之一为 0：平滑后的损失没有极小值点，不平衡量一直漂移下去</translation>
    </message>
    <message>
        <source>σ₁σ₂√(d₁d₂) ≥ s₁: the noise makes everything collapse to 0</source>
        <translation>σ₁σ₂√(d₁d₂) ≥ s₁：噪声使一切坍缩到 0</translation>
    </message>
    <message>
        <source>η is too large for the mean to come to rest</source>
        <translation>η 太大，均值无法平稳</translation>
    </message>
</context>
<context>
    <name>prose</name>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>recordedData</name>
    <message>
        <source>Comma-separated values</source>
        <translation>逗号分隔值</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>%1 was not saved: data can be written as .csv or .npz.</source>
        <translation>未能保存 %1：数据可存为 .csv 或 .npz。</translation>
    </message>
</context>
<context>
    <name>runTitle</name>
    <message>
        <source>GD</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Perturbed GD</source>
        <translation>扰动梯度下降</translation>
    </message>
    <message>
        <source>GD on F̃</source>
        <translation>F̃ 上的梯度下降</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>梯度噪声</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>Entry sampling</source>
        <translation>元素抽样</translation>
    </message>
    <message>
        <source>SAM</source>
        <translation>SAM</translation>
    </message>
    <message>
        <source>Rademacher</source>
        <translation>两值分布</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation>拉普拉斯分布</translation>
    </message>
    <message>
        <source>Constant noise</source>
        <translation>恒定噪声</translation>
    </message>
    <message>
        <source>Slowly vanishing</source>
        <translation>缓慢消失</translation>
    </message>
    <message>
        <source>Quickly vanishing</source>
        <translation>迅速消失</translation>
    </message>
    <message>
        <source>Regularized GD</source>
        <translation>正则化梯度下降</translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>四分之一</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Perturbed GD</source>
        <translation>扰动梯度下降</translation>
    </message>
    <message>
        <source>Regularized GD</source>
        <translation>正则化梯度下降</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>梯度噪声</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>Entry sampling</source>
        <translation>元素抽样</translation>
    </message>
    <message>
        <source>SAM</source>
        <translation>SAM</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Uniform noise</source>
        <translation>均匀噪声</translation>
    </message>
    <message>
        <source>Rademacher noise (±σ)</source>
        <translation>两值噪声 (±σ)</translation>
    </message>
    <message>
        <source>Laplace noise</source>
        <translation>拉普拉斯噪声</translation>
    </message>
    <message>
        <source>Aligned columns</source>
        <translation>对齐的列</translation>
    </message>
    <message>
        <source>Gaussian entries</source>
        <translation>高斯元素</translation>
    </message>
    <message>
        <source>Small and balanced</source>
        <translation>小而平衡</translation>
    </message>
    <message>
        <source>Zero, the saddle</source>
        <translation>零（鞍点）</translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation>明确给出</translation>
    </message>
</context>
<context>
    <name>undoText</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>rank r</source>
        <translation>秩 r</translation>
    </message>
    <message>
        <source>centre the columns</source>
        <translation>各列中心化</translation>
    </message>
    <message>
        <source>scale to s₁ = 1</source>
        <translation>缩放到 s₁ = 1</translation>
    </message>
    <message>
        <source>rows d₁</source>
        <translation>行数 d₁</translation>
    </message>
    <message>
        <source>columns d₂</source>
        <translation>列数 d₂</translation>
    </message>
    <message>
        <source>spectrum s</source>
        <translation>奇异值 s</translation>
    </message>
    <message>
        <source>the problem&apos;s seed</source>
        <translation>问题的种子</translation>
    </message>
    <message>
        <source>θ₀</source>
        <translation>θ₀</translation>
    </message>
    <message>
        <source>p₀/s</source>
        <translation>p₀/s</translation>
    </message>
    <message>
        <source>sd X</source>
        <translation>X 标准差</translation>
    </message>
    <message>
        <source>sd Y</source>
        <translation>Y 标准差</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>the start&apos;s seed</source>
        <translation>起点的种子</translation>
    </message>
    <message>
        <source>name %1 → %2</source>
        <translation>名称 %1 → %2</translation>
    </message>
    <message>
        <source>seed %1 → %2</source>
        <translation>种子 %1 → %2</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>open member %1</source>
        <translation>打开成员 %1</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>drag along the valley, X × %1</source>
        <translation>沿谷底拖动，X × %1</translation>
    </message>
</context>
</TS>
