startHeatMap();
startTimeline();
startTrend();
return { byLink, openDetail };
