using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Chapters;

public sealed class GarnetChapterBoardTests(GarnetFixture store) : ChapterBoardTests(store), IClassFixture<GarnetFixture>;
