/** Pages as browsers save them, of our own writing; `markup` is what they were before they were encoded. */

/** A provincial office's site of the early 2000s: GB2312, tables for layout, indents of blanks, one break a paragraph. */
export const gb2312Page = `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<meta name="ArticleTitle" content="全省友城工作座谈会在江城召开">
<meta name="PubDate" content="2009-4-7 09:05">
<meta name="ContentSource" content="省外事办公室">
<title>全省友城工作座谈会在江城召开-江城外事网</title>
<script>document.write("不是正文");</script>
</head>
<body>
<table width="980"><tr>
<td width="200" class="left"><a href="/">首页</a><br><br><a href="/news">外事新闻</a><br><br><a href="/city">友好城市</a></td>
<td>
<table><tr><td align="center"><b><font size="4">全省友城工作座谈会在江城召开</font></b></td></tr>
<tr><td>来源：省外事办公室&nbsp;&nbsp;日期：2009年4月7日</td></tr>
<tr><td class="content">&nbsp;&nbsp;&nbsp;&nbsp;四月六日，全省友城工作座谈会在江城召开，
各市代表参加了会议。<br>
　　会议回顾了去年的工作。<br>　　与会代表就<b>青年交流</b>进行了讨论。</td></tr>
<tr><td align="right">（责任编辑：李平）</td></tr></table>
</td></tr></table>
<p align="center">版权所有 江城外事网</p>
</body></html>
`;

/** A city's press release: Big5, said in a meta, with a data table. */
export const big5Page = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML LANG="zh-TW"><HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=big5">
<TITLE>新聞稿</TITLE></HEAD>
<BODY>
<H2>港口碼頭七月起延長開放時間</H2>
<P>為方便旅客，港口碼頭自七月一日起延長開放時間，並增加夜間航班。
<P>市府表示，新的時間如下：
<TABLE BORDER=1>
<TR><TH>地點<TH>時間
<TR><TD>東碼頭<TD>六時至廿三時
<TR><TD>西碼頭<TD>七時至廿二時
</TABLE>
<P>聯絡人：陳小姐
</BODY></HTML>
`;

/** A newspaper's page of today: UTF-8, landmarks, figure, byline, related links, things that are not shown. */
export const modernPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry line reopens after nine years | The Harbour Post</title>
<meta property="og:title" content="Ferry line reopens after nine years">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2021-11-08T06:30:00+01:00">
<meta name="author" content="Maud Keller">
</head>
<body>
<header class="site"><a href="/">The Harbour Post</a></header>
<nav id="menu"><ul><li><a href="/city">City</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main>
<article class="story">
<h1>Ferry line reopens after nine years</h1>
<p class="byline">By <a rel="author" href="/keller">Maud Keller</a> · <time datetime="2021-11-08T06:30:00+01:00">8 November 2021</time></p>
<figure><img src="/f/ferry.jpg" alt="The ferry at its pier"><figcaption>The ferry at its pier on Sunday.</figcaption></figure>
<p>The first ferry in nine years left the <em>old pier</em> on Sunday
with 212&nbsp;passengers.<a href="#fn1" id="ref1">1</a></p>
<div class="ad" style="display: none">Buy a boat</div>
<h2>A long wait</h2>
<p>“We waited <strong>so long</strong>,” said the captain.<br>
She smiled.</p>
<ol><li>Monday: four trips</li><li>Sunday: <del>two</del> three trips</li></ol>
<iframe src="https://video.example/1"></iframe>
<p id="fn1">1. The harbour master counted.</p>
</article>
<aside class="related"><h3>Related</h3><a href="/a">A bridge instead?</a></aside>
</main>
<footer>© The Harbour Post</footer>
<noscript>Please switch on scripts</noscript>
</body>
</html>
`;
