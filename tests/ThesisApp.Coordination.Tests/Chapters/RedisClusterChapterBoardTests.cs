using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Chapters;

[Collection(SharedRedisCluster.Name)]
public sealed class RedisClusterChapterBoardTests(RedisClusterFixture store) : ChapterBoardTests(store);
