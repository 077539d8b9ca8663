using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Chapters;

public sealed class RedisServerChapterBoardTests(RedisServerFixture store) : ChapterBoardTests(store), IClassFixture<RedisServerFixture>;
