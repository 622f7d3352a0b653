namespace ConcertationBot.AddIn.Pages;

/// <summary>What a page's notice is about; its colour.</summary>
public enum PageNoticeKind { Done, Beware, Problem }
