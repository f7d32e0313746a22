# Messages of the room articles. Each has a sentence, .hint (what to do) and, for findings, .explain.

article-encoding-legacy = Trang `{ $file }` không ở mã UTF-8 mà có vẻ ở mã `{ $encoding }`
    .hint = Xem thử bằng `baocao article { $file } --encoding { $encoding }`; nếu đọc đúng, chạy thêm với `--review` để ghi mã vào tệp duyệt
article-encoding-unknown = Trang `{ $file }` không ở mã UTF-8 và không nhận ra được mã
    .hint = Lưu lại trang với mã UTF-8, hoặc chỉ rõ mã bằng `--encoding` (utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni)
article-too-large = Trang lớn hơn 4 GB
    .hint = Kiểm tra xem đây có đúng là trang báo đã lưu không
article-encoding-name = Không có mã `{ $name }`
    .hint = Dùng một trong các mã: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
article-unreadable-file = Không đọc được tệp `{ $file }`: { $detail }
    .hint = Kiểm tra đường dẫn và quyền đọc
article-review-unwritable = Không ghi được tệp duyệt `{ $file }`: { $detail }
    .hint = Kiểm tra quyền ghi vào thư mục
article-unprintable = Đã bỏ { $count } ký tự không in được
    .hint = Không phải làm gì; ký tự điều khiển hoặc dấu đổi chiều chữ không có trong báo cáo
    .explain = Trang lưu từ trình duyệt đôi khi lẫn ký tự điều khiển, dấu đổi chiều chữ hoặc ký tự riêng của phông chữ. Chúng không bao giờ được đưa vào báo cáo; vị trí trích dẫn vẫn tính theo tệp gốc.
article-no-title = Không tìm thấy tiêu đề của bài
    .hint = Mở trang xem đã lưu đủ chưa; bài không tiêu đề vẫn dùng được nhưng phụ lục nguồn sẽ để trống tên bài
    .explain = Tiêu đề là dòng ngắn, không có dấu chấm câu ở cuối, đứng trước bài. Không có dòng nào như thế ở đầu trang.
article-no-body = Không tìm thấy nội dung bài trong trang
    .hint = Lưu lại trang; có thể chỉ phần khung trang được lưu
    .explain = Tất cả các dòng đều giống phần khung của trang (thực đơn, bộ đếm, tin liên quan), không dòng nào giống một đoạn văn.
article-date-impossible = Ngày không có thật: `{ $text }`
    .hint = So với trang gốc; ngày này không được dùng
    .explain = Ngày, tháng ghi ở dòng này không có trong lịch, nên không dùng làm ngày đăng.
article-date-weekday = Thứ và ngày không khớp nhau: `{ $text }`
    .hint = So với trang gốc; ngày này không được dùng
    .explain = Thứ trong tuần tính theo lịch khác với thứ ghi trong bài. Một trong hai bị sai nên ngày này không được dùng.
article-dates-contradict = Ngày đăng { $published } sớm hơn ngày diễn ra { $event }
    .hint = So với trang gốc; ngày đăng không được dùng
    .explain = Bài kể việc đã diễn ra thì không thể đăng trước ngày diễn ra. Ngày đăng bị nghi ngờ nên không dùng.
article-date-is-clock = Ngày { $date } quá xa ngày diễn ra nên có thể là đồng hồ của trang lúc lưu
    .hint = Không phải làm gì nếu trang được lưu về sau
    .explain = Báo đưa tin trong vài ngày sau khi sự việc diễn ra. Dòng ngày muộn hơn nhiều là ngày lưu trang, không phải ngày đăng.
article-event-year-open = Không biết năm của “{ $phrase }”
    .hint = Ghi năm vào trang (dòng `Cập nhật: …` ở dưới tiêu đề) hoặc lưu lại trang có ngày đăng
    .explain = Bài chỉ ghi ngày, tháng. Không có ngày đăng, và các năm nêu trong bài không đủ để suy ra năm, nên ngày diễn ra để trống.
article-other-province = Bài của tỉnh { $province }, không phải của { $own }; bài không được dùng
    .hint = Chuyển tệp sang thư mục của đơn vị đúng, hoặc xóa khỏi `articles`
    .explain = Tên tỉnh đứng sau “Đảng bộ tỉnh”, “Tỉnh ủy”, “Khối các cơ quan tỉnh” trong bài là tỉnh khác. Bài của các tỉnh khác nhau không bao giờ gộp chung.
article-same-story = Hai trang cùng một bài: `{ $file }` và `{ $other }`
    .hint = Không phải làm gì; bài được tính một lần, ghi cả hai nguồn
    .explain = Phần lớn câu chữ của hai trang giống nhau nên được coi là một bài. Số liệu chỉ tính một lần.
review-unreadable = Tệp duyệt không đọc được: { $detail }
    .hint = Sửa dòng đã nêu; nếu hỏng nhiều, xóa tệp rồi tạo lại bằng `baocao article --review`
review-encoding = Không có mã `{ $name }`
    .hint = Dùng một trong các mã: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
review-correction = Số liệu “{ $phrase }” được sửa nhưng thiếu giá trị hoặc lý do
    .hint = Ghi giá trị mới ở `corrected` và lý do ở `reason`
review-page-changed = Trang `{ $page }` đã thay đổi sau khi duyệt
    .hint = Chạy `baocao article { $page } --review` rồi xem lại các số liệu
    .explain = Tệp duyệt ghi mã kiểm tra của trang lúc duyệt; mã của trang bây giờ đã khác.
review-figure-missing = Trang `{ $page }` không còn số liệu “{ $phrase }” đã duyệt
    .hint = Xóa mục này trong tệp duyệt, hoặc khôi phục trang
    .explain = Câu chữ hoặc giá trị đã duyệt không còn trong trang, nên quyết định này không áp dụng cho số liệu nào.
review-without-page = Tệp duyệt không có trang báo tương ứng
    .hint = Đặt trang báo cùng tên vào `articles`, hoặc xóa tệp duyệt
    .explain = Mỗi tệp `TÊN.review.yaml` duyệt cho trang `TÊN.txt` cùng thư mục.

date-published-line = dòng { $number } dưới tiêu đề: “{ $line }”{ $weekday ->
    [yes] ; thứ khớp với ngày
   *[no] {""}
}
date-published-title = cuối tiêu đề ở dòng { $number }: “{ $line }”{ $weekday ->
    [yes] ; thứ khớp với ngày
   *[no] {""}
}
date-published-label = dòng { $number } ghi rõ ngày đăng hoặc cập nhật: “{ $line }”{ $weekday ->
    [yes] ; thứ khớp với ngày
   *[no] {""}
}
date-published-close = dòng { $number } “{ $line }” ngay sau ngày diễn ra
date-published-month-first = dòng { $number } “{ $line }” viết tháng trước ngày: chỉ như thế mới khớp với ngày diễn ra
date-published-this-day = bài viết “nay” nên đăng trong ngày diễn ra
date-event-full = “{ $phrase }” trong bài
date-event-relative = “{ $phrase }” tính từ ngày đăng
date-event-year-same-day = “{ $phrase }”; năm { $year } ghi ở chỗ khác trong bài cho cùng ngày
date-event-year-published = “{ $phrase }”; năm { $year } theo ngày đăng { $published }
date-event-year-named = “{ $phrase }”; năm { $year } theo năm { $named } nêu trong bài
date-event-year-named-clock = “{ $phrase }”; năm { $year } theo năm { $named } nêu trong bài và ngày lưu trang { $clock }
date-event-year-over = “{ $phrase }”; năm { $year } vì bài nhìn lại năm { $named }
date-event-year-over-clock = “{ $phrase }”; năm { $year } vì bài nhìn lại năm { $named } và trang được lưu ngày { $clock }
date-event-year-closing = “{ $phrase }”; năm { $year } vì bài tổng kết năm { $named }
date-event-year-closing-clock = “{ $phrase }”; năm { $year } vì bài tổng kết năm { $named } và trang được lưu ngày { $clock }
date-event-year-anniversary = “{ $phrase }”; năm { $year } vì bài ghi “{ $anniversary }”
date-event-year-carried-out = “{ $phrase }”; năm { $year } theo số năm thực hiện văn bản ký ngày { $signed }
date-event-year-signed = “{ $phrase }”; năm { $year } vì văn bản nêu trong bài được ký ngày { $signed }
date-event-year-congress = “{ $phrase }”; năm { $year } là năm đầu nhiệm kỳ mà đại hội này mở ra
date-event-year-clock = “{ $phrase }”; năm { $year } theo ngày lưu trang { $clock }

furniture-clock = đồng hồ của trang lúc lưu
furniture-date = dòng ngày khác
furniture-published = dòng ngày đăng
furniture-counter = bộ đếm
furniture-punctuation = dấu câu lạc
furniture-tags = từ khóa
furniture-related = tin liên quan
furniture-copyright = thông tin tòa soạn
furniture-form = nút bấm, ô nhập
furniture-navigation = thực đơn
furniture-caption = chú thích ảnh
furniture-doubled = lặp lại
furniture-source-mark = ký hiệu nguồn
furniture-byline = dòng tác giả
furniture-credit = ghi nguồn
furniture-other-item = tin của nơi khác

article-view-title = Tiêu đề
article-view-none = (không có)
article-view-author = Tác giả
article-view-source-mark = Ký hiệu nguồn
article-view-published = Ngày đăng
article-view-event = Ngày diễn ra
article-view-morning = buổi sáng
article-view-afternoon = buổi chiều
article-view-evening = buổi tối
article-view-body = Nội dung (số liệu trong ngoặc vuông)
article-view-figures = Số liệu
article-view-furniture = Đã bỏ
article-view-findings = Cần xem lại
article-view-also-in = Cũng có trong
article-view-review = Đã ghi tệp duyệt `{ $file }`
article-view-about = khoảng
article-view-nearly = gần
article-view-kind-target = chỉ tiêu
article-view-kind-result = kết quả
article-view-kind-structure = cơ cấu
article-view-kind-event = sự kiện
article-view-accepted = đã duyệt
article-view-rejected = không dùng
article-view-corrected = đã sửa, trang ghi { $original }: { $reason }
article-view-section = Mục của báo cáo
article-view-section-none = chưa rõ mục nào
article-view-section-situation = đặc điểm, tình hình
article-view-section-political-task = nhiệm vụ chính trị
article-view-section-ideology = chính trị, tư tưởng, đạo đức
article-view-section-organisation = tổ chức, cán bộ, đảng viên
article-view-section-inspection = kiểm tra, giám sát
article-view-section-mass-work = dân vận, đoàn thể
article-view-section-emulation = thi đua, khen thưởng
article-view-section-targets = chỉ tiêu
article-view-section-next-tasks = phương hướng, nhiệm vụ
article-view-section-strengths = ưu điểm
article-view-section-limitations = hạn chế
article-view-section-proposals = kiến nghị
